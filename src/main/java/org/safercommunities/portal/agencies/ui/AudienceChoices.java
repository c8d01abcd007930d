package org.safercommunities.portal.agencies.ui;

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
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Of whom an audience can be made; for pages of editors. */
@NamedInterface("ui")
@Component
public class AudienceChoices {

    private final Agencies agencies;
    private final Groups groups;
    private final PersonList people;

    AudienceChoices(Agencies agencies, Groups groups, PersonList people) {
        this.agencies = agencies;
        this.groups = groups;
        this.people = people;
    }

    /** Those that are active, by name. */
    public List<AgencySummary> agencies() {
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
