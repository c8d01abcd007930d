package org.safercommunities.portal.audit;

import jakarta.annotation.PreDestroy;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/**
 * How often people search: a line a person and hour, with the number. What they looked for is nobody's business. A node that is
 * killed takes the counts of its last hour with it.
 */
@Service
public class SearchCounts {

    static final String ACTION = "audit.searched";

    private static final Logger LOG = LoggerFactory.getLogger(SearchCounts.class);

    private final AccessTrail trail;
    private Map<UUID, Integer> times = new HashMap<>();

    SearchCounts(AccessTrail trail) {
        this.trail = trail;
    }

    public synchronized void searched(UUID person) {
        times.merge(person, 1, Integer::sum);
    }

    @PreDestroy
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 3_600_000)
    void write() {
        Map<UUID, Integer> counted = taken();
        try {
            if (!counted.isEmpty()) {
                trail.counted(ACTION, counted);
            }
        } catch (DataAccessException | TransactionException unwritten) {
            LOG.warn("Counts of searches are not in the audit trail", unwritten);
        }
    }

    private synchronized Map<UUID, Integer> taken() {
        Map<UUID, Integer> counted = times;
        times = new HashMap<>();
        return counted;
    }
}
