package org.safercommunities.portal.agencies;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes an {@link Audience} of what somebody wrote, and a refusal of what nobody is. */
@Component
public class Audiences {

    private final Agencies agencies;
    private final Groups groups;
    private final PersonList people;

    Audiences(Agencies agencies, Groups groups, PersonList people) {
        this.agencies = agencies;
        this.groups = groups;
        this.people = people;
    }

    /** The union of its parts, as the API has it. {@code people} are e-mail addresses. */
    public record Written(
            @Nullable Boolean everyone,
            @Nullable List<String> agencies,
            @Nullable List<String> groups,
            @Nullable List<String> people) {}

    /** @throws InvalidEntry at {@code audience} when somebody is unknown, or nobody is meant */
    public Audience of(Written said) {
        Set<String> wantedAgencies = new LinkedHashSet<>(said.agencies() == null ? List.of() : said.agencies());
        Set<String> wantedGroups = new LinkedHashSet<>(said.groups() == null ? List.of() : said.groups());
        // Letter by letter, as search compares locks and keys; the database would take KENT-POLICE for kent-police
        unlessKnown("agency", wantedAgencies, agencies.all().stream().map(AgencySummary::slug));
        unlessKnown("group", wantedGroups, groups.all().stream().map(GroupSummary::slug));
        Set<UUID> wantedPeople = new HashSet<>();
        for (String email : said.people() == null ? List.<String>of() : said.people()) {
            wantedPeople.add(people.findByEmail(email)
                    .map(PersonSummary::id)
                    .orElseThrow(() -> new InvalidEntry(
                            "audience",
                            "Nobody here has the address %s; they need to have signed in once, or be named"
                                    .formatted(email))));
        }
        boolean everyone = Boolean.TRUE.equals(said.everyone());
        if (!everyone && wantedAgencies.isEmpty() && wantedGroups.isEmpty() && wantedPeople.isEmpty()) {
            throw new InvalidEntry(
                    "audience", "Say who may see it: everyone, agencies, groups or people. Leave it out for everyone.");
        }
        return new Audience(everyone, wantedAgencies, wantedGroups, wantedPeople);
    }

    private static void unlessKnown(String what, Set<String> wanted, Stream<String> known) {
        Set<String> all = known.collect(Collectors.toSet());
        for (String slug : wanted) {
            if (!all.contains(slug)) {
                throw new InvalidEntry("audience", "There is no %s “%s”".formatted(what, slug));
            }
        }
    }
}
