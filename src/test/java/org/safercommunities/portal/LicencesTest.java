package org.safercommunities.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every library that the portal is built of is under a licence that lets it be given on. MariaDB and Keycloak are programs of their
 * own beside it; the tests' libraries are in no jar.
 */
class LicencesTest {

    private static final Path LIST = Path.of("src/test/resources/licences.csv");
    private static final Pattern JAR = Pattern.compile(".*/repository/(.+)/([^/]+)/[^/]+/[^/]+\\.jar");
    private static final String TESTS = "tests only";

    /** Of several that a part offers, one is enough. LGPL is for libraries that stay as they are, and can be replaced in the jar. */
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0",
            "Apache License v2",
            "MIT",
            "MIT-0",
            "0BSD",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "BSD-4-Clause",
            "FreeBSD License",
            "CC0-1.0",
            "EPL-2.0",
            "CDDL",
            "CDDL, v1.0",
            "Mozilla Public License Version 1.1",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            "Bouncy Castle Licence",
            // JDOM’s is Apache’s without a clause, that of ImageIO’s extras the BSD one with a word on reactors
            "Similar to Apache License but with the acknowledgment clause removed",
            "BSD 3-clause License w/nuclear disclaimer",
            // Unpacking may be used anywhere; it forbids only to build a packer of it
            "UnRar License");

    private static Map<String, String> list() throws IOException {
        Map<String, String> list = new TreeMap<>();
        Files.readAllLines(LIST).stream()
                .skip(1)
                .map(line -> line.split(";", 2))
                .forEach(row -> list.put(row[0], row[1]));
        return list;
    }

    private static Set<String> used() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Set<String> used = new TreeSet<>();
        Arrays.stream(path.split(File.pathSeparator))
                .map(jar -> JAR.matcher(jar.replace('\\', '/')))
                .filter(Matcher::matches)
                // What runs the tests
                .filter(jar -> !jar.group(1).startsWith("org/apache/maven/"))
                .forEach(jar -> used.add(jar.group(1).replace('/', '.') + ":" + jar.group(2)));
        return used;
    }

    @Test
    void everyLibraryIsListed() throws IOException {
        Set<String> known = list().keySet();
        List<String> fresh =
                used().stream().filter(part -> !known.contains(part)).toList();
        assertThat(fresh)
                .as(
                        "libraries whose licence nobody has looked at: add each to %s with what its project says, or “%s”",
                        LIST, TESTS)
                .isEmpty();
        assertThat(used()).hasSizeGreaterThan(200);
    }

    @Test
    void everyLicenceIsOneThatIsAllowed() throws IOException {
        assertThat(list())
                .allSatisfy((part, licences) -> assertThat(
                                Stream.of(licences.split(" \\| ")).anyMatch(ALLOWED::contains)
                                        || licences.equals(TESTS))
                        .as("%s is under “%s”, which is not allowed", part, licences)
                        .isTrue());
    }
}
