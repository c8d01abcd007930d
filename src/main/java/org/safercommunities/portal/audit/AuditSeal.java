package org.safercommunities.portal.audit;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.safercommunities.portal.shared.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Chains the lines of the trail by SHA-256, each seal over the one before and the line itself: a line that was changed,
 * taken out or put in shows. Runs on one node at a time, a little after the fact.
 *
 * <p>No line may come in below one that is sealed. Its id is given when it is written, and it is seen when its transaction ends,
 * which may be much later; so lines are read here with a lock, which those of open transactions do not grant: then they wait, all
 * of them, for the next time.
 */
@Service
public class AuditSeal {

    static final int BATCH = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(AuditSeal.class);
    /** Longer than the moment between an id being given and its row being there to be locked. */
    private static final Duration SETTLED = Duration.ofSeconds(30);

    private static final int LOCK_NOT_GRANTED = 1205;

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditSeal(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Seals what has settled, at most {@value #BATCH} lines. Returns how many it sealed. */
    @Transactional
    public int sealSettled() {
        AuditHead head = newest().orElse(new AuditHead(0, 0, HexFormat.of().formatHex(SealFormat.GENESIS)));
        List<SealFormat.Sealed> lines = settledAfter(head.line());
        if (lines.isEmpty()) {
            return 0;
        }
        byte[] seal = HexFormat.of().parseHex(head.seal());
        long number = head.number();
        List<Object> values = new ArrayList<>();
        for (SealFormat.Sealed line : lines) {
            seal = SealFormat.seal(SealFormat.CURRENT, seal, ++number, line.id(), line);
            Collections.addAll(values, number, line.id(), SealFormat.CURRENT, seal);
        }
        jdbc.sql("INSERT INTO audit_seal (number, line, format, seal) VALUES "
                        + String.join(", ", Collections.nCopies(lines.size(), "(?, ?, ?, ?)")))
                .params(values)
                .update();
        return lines.size();
    }

    private List<SealFormat.Sealed> settledAfter(long line) {
        long until = jdbc.sql("""
                        SELECT COALESCE(MAX(id), 0)
                          FROM (SELECT id FROM audit_row WHERE id > ? AND at < ? ORDER BY id LIMIT ?) AS settled
                        """)
                .param(line)
                .param(Sql.utc(clock.instant().minus(SETTLED)))
                .param(BATCH)
                .query(Long.class)
                .single();
        try {
            return jdbc.sql("SELECT * FROM audit_row WHERE id > ? AND id <= ? ORDER BY id LIMIT ?"
                            + " LOCK IN SHARE MODE NOWAIT")
                    .param(line)
                    .param(until)
                    .param(BATCH)
                    .query((row, index) -> SealFormat.Sealed.of(row))
                    .list();
        } catch (DataAccessException refused) {
            if (NestedExceptionUtils.getMostSpecificCause(refused) instanceof SQLException cause
                    && cause.getErrorCode() == LOCK_NOT_GRANTED) {
                LOG.debug("Lines of the audit trail after {} wait for a transaction that is open", line);
                return List.of();
            }
            throw refused;
        }
    }

    /** The newest seal, to be kept somewhere else. */
    @Transactional(readOnly = true)
    public Optional<AuditHead> newest() {
        return jdbc.sql("SELECT number, line, seal FROM audit_seal ORDER BY number DESC LIMIT 1")
                .query((row, index) -> new AuditHead(
                        row.getLong("number"),
                        row.getLong("line"),
                        HexFormat.of().formatHex(row.getBytes("seal"))))
                .optional();
    }
}
