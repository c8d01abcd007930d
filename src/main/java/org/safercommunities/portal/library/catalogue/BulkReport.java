package org.safercommunities.portal.library.catalogue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of each document, or would.
 *
 * @param dryRun whether nothing was changed, only tried
 * @param left how many were not come to, because somebody stopped it
 */
public record BulkReport(boolean dryRun, int changed, int unchanged, int refused, int left, List<Line> items) {

    public enum Outcome {
        CHANGED,
        UNCHANGED,
        REFUSED
    }

    /**
     * @param line of the table it stands in; null when there is none
     * @param fields what differs afterwards
     * @param message why it was refused; otherwise empty
     */
    public record Line(
            @Nullable Integer line,
            @Nullable UUID id,
            String title,
            Outcome outcome,
            List<String> fields,
            String message) {}

    static BulkReport of(boolean dryRun, int wanted, List<Line> lines) {
        return new BulkReport(
                dryRun,
                count(lines, Outcome.CHANGED),
                count(lines, Outcome.UNCHANGED),
                count(lines, Outcome.REFUSED),
                wanted - lines.size(),
                List.copyOf(lines));
    }

    private static int count(List<Line> lines, Outcome outcome) {
        return (int) lines.stream().filter(line -> line.outcome() == outcome).count();
    }
}
