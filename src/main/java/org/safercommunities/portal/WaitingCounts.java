package org.safercommunities.portal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.WaitingCount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What waits at each entry of the navigation; an entry whose number cannot be had shows none. */
@Component
class WaitingCounts {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingCounts.class);

    private final ObjectProvider<WaitingCount> counts;

    WaitingCounts(ObjectProvider<WaitingCount> counts) {
        this.counts = counts;
    }

    record Waiting(int count, String words) {}

    @Nullable
    Waiting at(String path) {
        int all = 0;
        List<String> words = new ArrayList<>();
        for (WaitingCount each : counts) {
            if (each.path().equals(path)) {
                try {
                    int count = each.count();
                    if (count > 0) {
                        all += count;
                        words.add(each.inWords(count));
                    }
                } catch (RuntimeException unavailable) {
                    LOG.warn("No number for {}", path, unavailable);
                }
            }
        }
        return words.isEmpty() ? null : new Waiting(all, String.join(", ", words));
    }
}
