package org.safercommunities.portal.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The rule of what is shown of readers, and that nobody can work out what is not shown, not even by trying every possibility. */
class ReaderCountsTest {

    /** With ten the possibilities would be too many to try; the rule is the same. */
    private static final int FEW = 4;

    private static final int MOST = 6;
    private static final List<String> AGENCIES = List.of("a", "b", "c", "d");

    @Test
    void showsLargeGroupsAndOfTheOthersTheirSumWhereItIsLargeToo() {
        assertThat(ReaderCounts.of(Map.of("a", 12, "b", 30, "c", 9, "d", 4)))
                .isEqualTo(new ReaderCounts(Map.of("b", 30, "a", 12), OptionalInt.of(13)));
        assertThat(ReaderCounts.of(Map.of("a", 12, "c", 9)))
                .isEqualTo(new ReaderCounts(Map.of("a", 12), OptionalInt.empty()));
        assertThat(ReaderCounts.of(Map.of("a", 9, "c", 9)).others())
                .as("both must have nine")
                .isEmpty();
        assertThat(ReaderCounts.of(Map.of("a", 12, "b", 30, "c", 9, "d", 4))
                        .byAgency()
                        .keySet())
                .containsExactly("b", "a");
        assertThat(ReaderCounts.of(Map.of()).shown()).isZero();
    }

    @Test
    void noNumberIsOfFewerThanTenHoweverManyRead() {
        Random random = new Random(20_261_126);
        for (int i = 0; i < 2_000; i++) {
            Map<String, Integer> counts = new HashMap<>();
            for (int agency = random.nextInt(32); agency > 0; agency--) {
                counts.put("agency-" + agency, random.nextInt(random.nextBoolean() ? 12 : 200));
            }
            ReaderCounts shown = ReaderCounts.of(counts);
            assertThat(shown.byAgency().values()).allMatch(readers -> readers >= ReaderCounts.FEWEST);
            assertThat(shown.others().orElse(ReaderCounts.FEWEST)).isGreaterThanOrEqualTo(ReaderCounts.FEWEST);
        }
    }

    @Test
    void whoKnowsTheRuleAndEverythingShownCannotTellWhatIsNot() {
        assertThat(toldBy(counts -> ReaderCounts.of(counts, FEW))).isEmpty();
    }

    @Test
    void tryingEveryPossibilityFindsWhatOtherRulesGiveAway() {
        assertThat(toldBy(counts -> List.of(
                        ReaderCounts.of(counts, FEW).byAgency(),
                        counts.values().stream().mapToInt(Integer::intValue).sum())))
                .as("small groups left out beside a sum of everybody")
                .isNotEmpty();
        assertThat(toldBy(counts -> {
                    int small = counts.values().stream()
                            .filter(readers -> readers < FEW)
                            .mapToInt(Integer::intValue)
                            .sum();
                    return List.of(ReaderCounts.of(counts, FEW).byAgency(), small < FEW ? 0 : small);
                }))
                .as("a sum that only all of them together can reach")
                .isNotEmpty();
    }

    /** Of everything that may have been read: which groups of fewer a reader of the figures can tell for certain. */
    private static Set<String> toldBy(Function<Map<String, Integer>, Object> rule) {
        Map<Object, List<Map<String, Integer>>> alike = new HashMap<>();
        for (Map<String, Integer> counts : everything(AGENCIES)) {
            alike.computeIfAbsent(rule.apply(counts), any -> new ArrayList<>()).add(counts);
        }
        Set<String> told = new HashSet<>();
        alike.forEach((shown, possible) -> AGENCIES.forEach(agency -> {
            Set<Integer> readers = new HashSet<>();
            possible.forEach(counts -> readers.add(counts.getOrDefault(agency, 0)));
            if (readers.size() == 1 && readers.iterator().next() < FEW) {
                told.add(agency + " in " + shown);
            }
        }));
        return told;
    }

    private static List<Map<String, Integer>> everything(List<String> agencies) {
        List<Map<String, Integer>> all = new ArrayList<>(List.of(Map.of()));
        for (String agency : agencies) {
            List<Map<String, Integer>> more = new ArrayList<>();
            for (Map<String, Integer> counts : all) {
                for (int readers = 0; readers <= MOST; readers++) {
                    Map<String, Integer> one = new HashMap<>(counts);
                    one.put(agency, readers);
                    more.add(one);
                }
            }
            all = more;
        }
        return all;
    }
}
