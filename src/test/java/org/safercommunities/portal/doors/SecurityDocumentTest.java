package org.safercommunities.portal.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/security.md says of every requirement how it stands, and names no test that is not there. */
class SecurityDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/security.md");
    private static final Pattern ROW = Pattern.compile(
            "(?m)^\\| (\\d+\\.\\d+\\.\\d+) \\| (.+?) \\| (met|not applicable|\\*\\*open\\*\\*) \\| (.+?) \\|$");

    @Test
    void everyTestThatItNamesIsThere() throws IOException {
        Set<String> tests;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            tests = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        assertThat(Pattern.compile("`([A-Z]\\w+(?:IT|Test|Journey))`")
                        .matcher(Files.readString(DOCUMENT))
                        .results()
                        .map(found -> found.group(1)))
                .hasSizeGreaterThan(100)
                .allMatch(tests::contains);
    }

    @Test
    void noRequirementIsMissingAndEachSaysHowItStands() throws IOException {
        List<String> wanted = new IntendedDoors("asvs-5.0-level-2.csv")
                .rows.entrySet().stream()
                        .flatMap(section -> IntStream.rangeClosed(
                                        1, Integer.parseInt(section.getValue().getFirst()))
                                .mapToObj(number -> section.getKey() + "." + number))
                        .toList();
        assertThat(ROW.matcher(Files.readString(DOCUMENT)).results().map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void itCountsRight() throws IOException {
        String text = Files.readString(DOCUMENT);
        for (String state : List.of("met", "not applicable", "**open**")) {
            long count = ROW.matcher(text)
                    .results()
                    .filter(row -> row.group(3).equals(state))
                    .count();
            assertThat(text)
                    .containsPattern(
                            switch (state) {
                                case "met" -> count + " are met";
                                case "not applicable" -> count + " do not apply";
                                default -> count + " are open";
                            });
        }
    }
}
