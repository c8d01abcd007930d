package org.safercommunities.portal.library.ui;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.GroupSummary;
import org.safercommunities.portal.agencies.Groups;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.library.Topics;
import org.springframework.stereotype.Component;

/** What can be chosen when a document is described. */
@Component
class DescriptionChoices {

    private final Topics topics;
    private final Agencies agencies;
    private final Groups groups;
    private final PersonList people;

    DescriptionChoices(Topics topics, Agencies agencies, Groups groups, PersonList people) {
        this.topics = topics;
        this.agencies = agencies;
        this.groups = groups;
        this.people = people;
    }

    List<Topics.Kind> kinds() {
        return topics.kinds();
    }

    Topics.Kind kind(String slug) {
        List<Topics.Kind> kinds = kinds();
        return kinds.stream()
                .filter(kind -> kind.slug().equals(slug))
                .findFirst()
                .orElse(kinds.getLast());
    }

    List<Topics.Topic> topics() {
        return topics.current();
    }

    List<AgencySummary> agencies() {
        return agencies.all().stream().filter(AgencySummary::active).toList();
    }

    List<GroupSummary> groups() {
        return groups.all().stream().filter(GroupSummary::active).toList();
    }

    Stream<PersonSummary> people(String typed, int offset, int limit) {
        return people.search(typed, null, offset, limit).stream();
    }

    Set<PersonSummary> people(Set<UUID> ids) {
        return ids.stream().map(people::find).flatMap(Optional::stream).collect(Collectors.toSet());
    }
}
