package org.safercommunities.portal.agencies;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The groups across agencies, and who is in them. */
@Service
public class Groups {

    private final GroupRecords groups;
    private final PersonRecords people;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    Groups(GroupRecords groups, PersonRecords people, ApplicationEventPublisher messages, Clock clock) {
        this.groups = groups;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<GroupSummary> all() {
        return groups.findAllByOrderByName().stream().map(PortalGroup::summary).toList();
    }

    @Transactional(readOnly = true)
    public Optional<GroupSummary> find(String slug) {
        return groups.findById(slug).map(PortalGroup::summary);
    }

    @Transactional
    public GroupSummary create(String name, String description, Reader by) {
        NotAllowed.unlessAdministrator(by);
        described(name, description);
        String slug = SlugOf.name(name);
        if (groups.existsById(slug)) {
            throw new InvalidEntry("name", "There is a group of this name already, perhaps one that ended");
        }
        PortalGroup group = groups.save(new PortalGroup(slug, name.strip(), description.strip()));
        tell(slug, "created", Map.of("name", name), by);
        return group.summary();
    }

    @Transactional
    public void describe(String slug, String name, String description, Reader by) {
        NotAllowed.unlessAdministrator(by);
        described(name, description);
        existing(slug).describe(name.strip(), description.strip());
        tell(slug, "described", Map.of("name", name), by);
    }

    @Transactional
    public void add(String slug, UUID person, Reader by) {
        NotAllowed.unlessAdministrator(by);
        if (people.findById(person).isEmpty()) {
            throw new InvalidEntry("person", "There is no such person");
        }
        PortalGroup group = existing(slug);
        if (!group.summary().active()) {
            throw new InvalidEntry("group", "This group has ended. Open it again before somebody joins");
        }
        if (group.add(person)) {
            tell(slug, "joined", Map.of("person", person.toString()), by);
        }
    }

    @Transactional
    public void remove(String slug, UUID person, Reader by) {
        NotAllowed.unlessAdministrator(by);
        if (existing(slug).remove(person)) {
            tell(slug, "left", Map.of("person", person.toString()), by);
        }
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

    private PortalGroup existing(String slug) {
        return groups.findById(slug).orElseThrow(() -> new InvalidEntry("group", "There is no such group"));
    }

    private void tell(String slug, String what, Map<String, String> details, Reader by) {
        messages.publishEvent(new GroupChanged(slug, what, details, by.actor()));
    }
}
