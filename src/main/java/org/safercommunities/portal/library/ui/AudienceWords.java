package org.safercommunities.portal.library.ui;

import java.util.ArrayList;
import java.util.List;
import org.safercommunities.portal.agencies.Audience;

/** An audience in a few words. */
final class AudienceWords {

    private AudienceWords() {}

    static String of(Audience audience, LibraryWords.Names names) {
        List<String> parts = new ArrayList<>();
        if (audience.everyone()) {
            parts.add("everyone");
        }
        audience.agencies().stream().map(names::agency).sorted().forEach(parts::add);
        audience.groups().stream().sorted().map(group -> "group " + group).forEach(parts::add);
        int people = audience.people().size();
        if (people > 0) {
            parts.add(people == 1 ? "1 person by name" : people + " people by name");
        }
        return String.join(", ", parts);
    }
}
