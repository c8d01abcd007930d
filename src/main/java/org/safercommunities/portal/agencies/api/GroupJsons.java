package org.safercommunities.portal.agencies.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.GroupPlace;
import org.safercommunities.portal.agencies.GroupSummary;
import org.safercommunities.portal.agencies.Groups;
import org.safercommunities.portal.agencies.PeopleDirectory;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.stereotype.Component;

/** Groups and the places in them as the API gives them. */
@Component
class GroupJsons {

    private final Groups groups;
    private final PeopleDirectory directory;

    GroupJsons(Groups groups, PeopleDirectory directory) {
        this.groups = groups;
        this.directory = directory;
    }

    /** @param members how many are in it now, chair and substitutes included */
    record Listed(String id, String kind, String name, String description, int members, boolean active) {

        static Listed of(GroupSummary group) {
            return new Listed(
                    group.slug(),
                    word(group.kind()),
                    group.name(),
                    group.description(),
                    group.members(),
                    group.active());
        }
    }

    record Full(
            String id, String kind, String name, String description, int members, boolean active, List<Place> places) {}

    record Somebody(UUID id, String name, String email, String agency) {

        static Somebody of(PersonSummary person) {
            return new Somebody(person.id(), person.name(), person.email(), person.agency());
        }
    }

    /**
     * @param from the first day
     * @param until the last day
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Place(
            Somebody person,
            String capacity,
            @Nullable UUID substituteFor,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    Full of(GroupSummary group, Reader by) {
        Listed listed = Listed.of(group);
        return new Full(
                listed.id(),
                listed.kind(),
                listed.name(),
                listed.description(),
                listed.members(),
                listed.active(),
                places(group.slug(), by));
    }

    Optional<Place> place(String group, UUID person, Reader by) {
        return places(group, by).stream()
                .filter(place -> place.person().id().equals(person))
                .findFirst();
    }

    private List<Place> places(String group, Reader by) {
        Map<UUID, PersonSummary> people =
                directory.inGroup(group, by).stream().collect(Collectors.toMap(PersonSummary::id, Function.identity()));
        return groups.places(group, by).stream()
                .flatMap(place ->
                        Optional.ofNullable(people.get(place.person())).stream().map(person -> place(place, person)))
                .sorted(Comparator.comparing(place -> place.person().name()))
                .toList();
    }

    private static Place place(GroupPlace place, PersonSummary person) {
        return new Place(
                Somebody.of(person), word(place.capacity()), place.substituteFor(), place.from(), place.until());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
