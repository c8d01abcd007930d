package org.safercommunities.portal.library.ui;

import java.util.Set;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.Marking;

/** What is said of a file before anybody has said anything of it. */
final class FirstDescription {

    private FirstDescription() {}

    static DocumentDescription of(String fileName) {
        return new DocumentDescription(
                StoredNames.title(fileName),
                "",
                "other",
                Set.of(),
                Marking.OFFICIAL,
                null,
                Audience.ofEveryone(),
                null);
    }
}
