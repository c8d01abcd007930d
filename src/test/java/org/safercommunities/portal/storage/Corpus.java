package org.safercommunities.portal.storage;

import java.nio.file.Path;
import java.util.Optional;

/** Where the test files of other projects are, which are not part of this one. */
final class Corpus {

    private Corpus() {}

    /** By the system property or environment variable CORPUS; else beside the checkout. */
    static Path folder() {
        String given = Optional.ofNullable(System.getProperty("CORPUS")).orElse(System.getenv("CORPUS"));
        return Path.of(given != null ? given : "../shared/corpus");
    }
}
