package org.safercommunities.portal.shared;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The rule of what is shown of who has read a bulletin, or taken part in anything else that is counted by agency. An agency with fewer than {@link #FEWEST} readers is not shown. What all such
 * agencies have together is shown only when that is no small number either and does not give away what each of them has; without it
 * there is no sum of everybody from which it could be taken.
 *
 * @param byAgency readers of each agency that is shown, the most first
 * @param others readers of all other agencies together; empty when it is not shown
 */
public record ReaderCounts(Map<String, Integer> byAgency, OptionalInt others) {

    /** A group of fewer is never shown: people could be told by it. */
    public static final int FEWEST = 10;

    /** Everybody who was counted: {@link #shown} may be fewer. */
    public static ReaderCounts of(Map<String, Integer> counts) {
        return of(counts, FEWEST);
    }

    static ReaderCounts of(Map<String, Integer> counts, int fewest) {
        Map<String, Integer> shown = new LinkedHashMap<>();
        counts.entrySet().stream()
                .filter(agency -> agency.getValue() >= fewest)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(agency -> shown.put(agency.getKey(), agency.getValue()));
        int[] small = counts.values().stream()
                .mapToInt(Integer::intValue)
                .filter(readers -> readers > 0 && readers < fewest)
                .toArray();
        int together = java.util.Arrays.stream(small).sum();
        // If each had as many as it can have, their sum would say so
        boolean tells = together == small.length * (fewest - 1);
        return new ReaderCounts(shown, together < fewest || tells ? OptionalInt.empty() : OptionalInt.of(together));
    }

    /** How many readers are in the figures that are shown. */
    public int shown() {
        return byAgency.values().stream().mapToInt(Integer::intValue).sum() + others.orElse(0);
    }
}
