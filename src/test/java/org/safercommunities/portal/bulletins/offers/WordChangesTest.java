package org.safercommunities.portal.bulletins.offers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.bulletins.offers.WordChanges.Kind;
import org.safercommunities.portal.bulletins.offers.WordChanges.Part;

class WordChangesTest {

    @Test
    void whatIsTakenOutAndPutInStandsBesideEachOther() {
        assertThat(WordChanges.between("Wardens walk the old streets.", "Wardens walk the new streets."))
                .containsExactly(
                        new Part(Kind.SAME, "Wardens walk the "),
                        new Part(Kind.REMOVED, "old"),
                        new Part(Kind.ADDED, "new"),
                        new Part(Kind.SAME, " streets."));
    }

    @Test
    void aSentenceThatIsWrittenAnewIsOneChange() {
        assertThat(WordChanges.between("Come to us.", "Please visit the office."))
                .containsExactly(
                        new Part(Kind.REMOVED, "Come to us."), new Part(Kind.ADDED, "Please visit the office."));
    }

    @Test
    void nothingIsLostOrMadeUp() {
        Random random = new Random(20261204);
        for (int run = 0; run < 2_000; run++) {
            String before = text(random);
            String after = random.nextInt(4) == 0 ? text(random) : changed(before, random);
            List<Part> parts = WordChanges.between(before, after);
            assertThat(joined(parts, Kind.ADDED)).as("without what was put in").isEqualTo(before);
            assertThat(joined(parts, Kind.REMOVED))
                    .as("without what was taken out")
                    .isEqualTo(after);
            assertThat(parts.stream().allMatch(part -> part.kind() == Kind.SAME))
                    .isEqualTo(before.equals(after));
        }
    }

    @Test
    void longTextsAreComparedInTime() {
        String before = "word ".repeat(4_000);
        List<Part> parts = WordChanges.between("a " + before, "b " + before + "end");
        assertThat(joined(parts, Kind.ADDED)).isEqualTo("a " + before);
        assertThat(joined(parts, Kind.REMOVED)).isEqualTo("b " + before + "end");
    }

    private static String joined(List<Part> parts, Kind without) {
        return parts.stream()
                .filter(part -> part.kind() != without)
                .map(Part::text)
                .collect(Collectors.joining());
    }

    private static String text(Random random) {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(any -> String.valueOf((char) ('a' + random.nextInt(5))))
                .collect(Collectors.joining(random.nextBoolean() ? " " : "  \n"));
    }

    private static String changed(String text, Random random) {
        int cut = random.nextInt(text.length() + 1);
        return text.substring(0, cut)
                + (random.nextBoolean() ? " new " : "")
                + text.substring(Math.min(text.length(), cut + 2));
    }
}
