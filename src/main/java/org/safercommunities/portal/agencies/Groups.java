package org.safercommunities.portal.agencies;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.shared.Dates;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The groups across agencies, and who is in them: as what, for whom, from when until when. */
@Service
public class Groups {

    private final GroupRecords groups;
    private final GroupPlaces places;
    private final GroupsLeft left;
    private final PersonRecords people;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    Groups(
            GroupRecords groups,
            GroupPlaces places,
            GroupsLeft left,
            PersonRecords people,
            ApplicationEventPublisher messages,
            Clock clock) {
        this.groups = groups;
        this.places = places;
        this.left = left;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<GroupSummary> all() {
        Map<String, Integer> counts = places.counts();
        return groups.findAllByOrderByName().stream()
                .map(group -> group.summary(counts.getOrDefault(group.slug(), 0)))
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<GroupSummary> find(String slug) {
        return groups.findById(slug).map(group -> group.summary(places.counts().getOrDefault(slug, 0)));
    }

    @Transactional
    public GroupSummary create(GroupKind kind, String name, String description, Reader by) {
        NotAllowed.unlessAdministrator(by);
        described(name, description);
        String slug = SlugOf.name(name);
        if (groups.existsById(slug)) {
            throw new InvalidEntry("name", "There is a group of this name already, perhaps one that ended");
        }
        PortalGroup group = groups.saveAndFlush(new PortalGroup(slug, kind, name.strip(), description.strip()));
        tell(slug, "created", Map.of("name", name), by);
        return group.summary(0);
    }

    @Transactional
    public void describe(String slug, GroupKind kind, String name, String description, Reader by) {
        NotAllowed.unlessAdministrator(by);
        described(name, description);
        existing(slug).describe(kind, name.strip(), description.strip());
        tell(slug, "described", Map.of("name", name), by);
    }

    /** Everybody's place in it, whether its time has come or is over, in no order. For administrators. */
    @Transactional(readOnly = true)
    public List<GroupPlace> places(String slug, Reader by) {
        NotAllowed.unlessAdministrator(by);
        return places.of(slug);
    }

    /** As a member, from now on and without end; who has a place in it already keeps that. */
    @Transactional
    public void add(String slug, UUID person, Reader by) {
        NotAllowed.unlessAdministrator(by);
        if (places.find(slug, person)
                .filter(place -> !place.isOver(Dates.today(clock)))
                .isEmpty()) {
            put(slug, GroupPlace.member(person), by);
        }
    }

    /** Gives somebody a place, or another one than they have. It ends by itself after its last day. */
    @Transactional
    public void put(String slug, GroupPlace place, Reader by) {
        NotAllowed.unlessAdministrator(by);
        if (people.findById(place.person()).isEmpty()) {
            throw new InvalidEntry("person", "There is no such person");
        }
        if (!existing(slug).isActive()) {
            throw new InvalidEntry("group", "This group has ended. Open it again before somebody joins");
        }
        if (place.isOver(Dates.today(clock))) {
            throw new InvalidEntry("until", "Choose a last day that is still to come, or take them out of the group");
        }
        List<GroupPlace> others = places.of(slug).stream()
                .filter(other -> !other.person().equals(place.person()))
                .toList();
        standsIn(place, others);
        Optional<GroupPlace> before = places.find(slug, place.person());
        if (before.filter(place::equals).isEmpty()) {
            places.put(slug, place);
            tell(slug, before.isEmpty() ? "joined" : "place-changed", facts(place), by);
        }
    }

    private static void standsIn(GroupPlace place, List<GroupPlace> others) {
        if (place.capacity() != Capacity.SUBSTITUTE) {
            return;
        }
        if (others.stream()
                .filter(other -> other.person().equals(place.substituteFor()))
                .allMatch(other -> other.capacity() == Capacity.SUBSTITUTE)) {
            throw new InvalidEntry("substituteFor", "Choose the member of this group for whom they stand in");
        }
        if (others.stream().anyMatch(other -> place.person().equals(other.substituteFor()))) {
            throw new InvalidEntry("capacity", "Somebody stands in for them. Take that person out first");
        }
    }

    /** Takes somebody out, and with them those who stand in for them. */
    @Transactional
    public void remove(String slug, UUID person, Reader by) {
        NotAllowed.unlessAdministrator(by);
        existing(slug);
        left.leave(slug, person, by);
    }

    /** Ends a group: it can no longer be chosen for an audience, and what it could see its members see still. */
    @Transactional
    public void end(String slug, Reader by) {
        NotAllowed.unlessAdministrator(by);
        existing(slug).end(clock.instant());
        tell(slug, "ended", Map.of(), by);
    }

    @Transactional
    public void reopen(String slug, Reader by) {
        NotAllowed.unlessAdministrator(by);
        existing(slug).reopen();
        tell(slug, "reopened", Map.of(), by);
    }

    private static void described(String name, String description) {
        if (name.isBlank() || name.length() > 160) {
            throw new InvalidEntry("name", "Enter the group’s name, at most 160 characters");
        }
        if (description.length() > 600) {
            throw new InvalidEntry("description", "Describe the group in at most 600 characters");
        }
    }

    private static Map<String, String> facts(GroupPlace place) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("person", place.person().toString());
        facts.put("capacity", place.capacity().name());
        if (place.substituteFor() != null) {
            facts.put("for", place.substituteFor().toString());
        }
        if (place.from() != null) {
            facts.put("from", place.from().toString());
        }
        if (place.until() != null) {
            facts.put("until", place.until().toString());
        }
        return facts;
    }

    private PortalGroup existing(String slug) {
        return groups.findById(slug).orElseThrow(() -> new InvalidEntry("group", "There is no such group"));
    }

    private void tell(String slug, String what, Map<String, String> details, Reader by) {
        messages.publishEvent(new GroupChanged(slug, what, details, by.actor()));
    }
}
