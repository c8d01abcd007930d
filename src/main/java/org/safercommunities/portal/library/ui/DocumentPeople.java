package org.safercommunities.portal.library.ui;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.GroupSummary;
import org.safercommunities.portal.agencies.Groups;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.WhoSees;
import org.safercommunities.portal.library.contributions.Contributors;
import org.springframework.stereotype.Component;

/** Names of the people and groups that a document's page mentions. */
@Component
class DocumentPeople {

    private final PersonList people;
    private final Groups groups;
    private final WhoSees whoSees;
    private final Contributors contributors;

    DocumentPeople(PersonList people, Groups groups, WhoSees whoSees, Contributors contributors) {
        this.people = people;
        this.groups = groups;
        this.whoSees = whoSees;
        this.contributors = contributors;
    }

    /** Whoever offered the document and wishes to be named; empty for others. */
    Optional<String> contributor(UUID document) {
        return contributors
                .named(document)
                .map(author -> people.names(Set.of(author)).get(author));
    }

    Map<String, String> groupNames() {
        return groups.all().stream().collect(Collectors.toMap(GroupSummary::slug, GroupSummary::name));
    }

    Map<UUID, String> names(Collection<UUID> ids) {
        return people.names(ids);
    }

    PersonList list() {
        return people;
    }

    /** For editors: answers for any person whether they see a document. */
    AskWhoSees asker(UUID document, LibraryWords.Names names, CurrentReader reader) {
        return new AskWhoSees(document, whoSees, people, names, reader);
    }

    /** People who see a document by name: editors read the names, others how many there are. */
    String named(Set<UUID> ids, Reader reader) {
        if (ids.isEmpty()) {
            return "";
        }
        if (reader.is(Role.EDITOR)) {
            return people.names(ids).values().stream().sorted().collect(Collectors.joining(", "));
        }
        return ids.size() == 1 ? "1 person by name" : "%d people by name".formatted(ids.size());
    }
}
