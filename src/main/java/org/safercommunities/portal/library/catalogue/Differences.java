package org.safercommunities.portal.library.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.DocumentTerm;

/** Which parts of what is said of a document differ, by the names that the API has for them. */
final class Differences {

    private final List<String> found = new ArrayList<>();

    private Differences() {}

    static List<String> between(
            DocumentDescription before, DocumentDescription after, DocumentTerm was, DocumentTerm is) {
        var differences = new Differences();
        differences.of("title", before, after, DocumentDescription::title);
        differences.of("description", before, after, DocumentDescription::description);
        differences.of("kind", before, after, DocumentDescription::kind);
        differences.of("topics", before, after, DocumentDescription::topics);
        differences.of("marking", before, after, DocumentDescription::marking);
        differences.of("handling", before, after, DocumentDescription::handling);
        differences.of("audience", before, after, DocumentDescription::audience);
        differences.of("reviewOn", before, after, DocumentDescription::reviewOn);
        differences.of("owner", was, is, DocumentTerm::owner);
        differences.of("visibleFrom", was, is, DocumentTerm::visibleFrom);
        differences.of("visibleUntil", was, is, DocumentTerm::visibleUntil);
        differences.of("disposeOn", was, is, DocumentTerm::disposeOn);
        differences.of("retentionBasis", was, is, DocumentTerm::retentionBasis);
        return differences.found;
    }

    private <T> void of(String name, T before, T after, Function<T, @Nullable Object> part) {
        if (!Objects.equals(part.apply(before), part.apply(after))) {
            found.add(name);
        }
    }
}
