package org.safercommunities.portal.agencies;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff do with people's memberships and roles. Each change ends the person's open sessions within a minute. */
@Service
public class People {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"',;]{1,64}@[^\\s@<>\"',;]+\\.[^\\s@<>\"',;]+");

    private final PersonRecords people;
    private final MembershipRecords memberships;
    private final AgencyRecords agencies;
    private final GroupsLeft groupsLeft;
    private final SomebodyAdministers somebodyAdministers;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    People(
            PersonRecords people,
            MembershipRecords memberships,
            AgencyRecords agencies,
            GroupsLeft groupsLeft,
            SomebodyAdministers somebodyAdministers,
            ApplicationEventPublisher messages,
            Clock clock) {
        this.people = people;
        this.memberships = memberships;
        this.agencies = agencies;
        this.groupsLeft = groupsLeft;
        this.somebodyAdministers = somebodyAdministers;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Names a colleague who has not signed in yet. At their first sign-in through that agency they become this person.
     *
     * @param subject their id in Keycloak when an account was just made for them there, else null
     */
    @Transactional
    public UUID name(String email, String name, String agency, @Nullable String subject, Reader by) {
        NotAllowed.unlessLookingAfter(agency, by);
        return nameAsChecked(email, name, agency, subject, by);
    }

    /** The same for callers that have a rule of their own for who may name whom. */
    UUID nameAsChecked(String email, String name, String agency, @Nullable String subject, Reader by) {
        String address = Person.normalised(email);
        if (!EMAIL.matcher(address).matches() || address.length() > 254) {
            throw new InvalidEntry("email", "Enter an email address like name@example.org");
        }
        if (name.isBlank() || name.length() > 160) {
            throw new InvalidEntry("name", "Enter the person’s name, at most 160 characters");
        }
        if (!people.findByEmail(address).isEmpty()) {
            throw new InvalidEntry("email", "Somebody with this address is here already");
        }
        if (!agencies.findById(agency).filter(Agency::isActive).isPresent()) {
            throw new InvalidEntry("agency", "Choose an agency that is active");
        }
        Person person = new Person(UUID.randomUUID(), address, name.strip(), clock.instant());
        if (subject != null) {
            person.claim(Person.PORTAL, subject);
        }
        people.save(person);
        memberships.saveAndFlush(new Membership(person.id(), agency, clock.instant()));
        tell(person.id(), "named", Map.of("agency", agency), by);
        return person.id();
    }

    @Transactional
    public void giveRoles(UUID id, Set<Role> roles, Reader by) {
        NotAllowed.unlessAdministrator(by);
        if (id.equals(by.personId()) && !roles.contains(Role.ADMINISTRATOR)) {
            throw new InvalidEntry("roles", "Ask another administrator to take your own role away");
        }
        somebodyAdministers.stillAfter(() -> {
            if (existing(id).giveRoles(roles)) {
                String names = roles.stream()
                        .map(Role::name)
                        .collect(Collectors.toCollection(TreeSet::new))
                        .toString();
                tell(id, "given-roles", Map.of("roles", names), by);
            }
        });
    }

    /** Notes that somebody still works there. */
    @Transactional
    public void confirmMembership(UUID id, Reader by) {
        Membership membership = current(id, by);
        membership.confirm(clock.instant());
        tell(id, "confirmed", Map.of("agency", membership.agency()), by);
    }

    /** Ends the membership: no sign-in, open sessions end, history stays. */
    @Transactional
    public void endMembership(UUID id, String reason, Reader by) {
        if (id.equals(by.personId())) {
            throw new InvalidEntry("person", "Ask somebody else to end your own membership");
        }
        if (reason.isBlank() || reason.strip().length() > 300) {
            throw new InvalidEntry("reason", "Enter a reason, at most 300 characters");
        }
        somebodyAdministers.stillAfter(() -> {
            Membership membership = current(id, by);
            membership.end(reason.strip(), clock.instant());
            existing(id).accessChanged();
            tell(id, "left-agency", Map.of("agency", membership.agency(), "reason", reason.strip()), by);
        });
    }

    /**
     * Begins a membership anew, or moves a person to another agency; they keep their history and lose their roles. A
     * coordinator may welcome back who left their own agency, but not into the groups that an administrator had put them in.
     */
    @Transactional
    public void join(UUID id, String agency, Reader by) {
        mayBring(id, agency, by);
        move(id, agency, by);
    }

    /** The same for whom it was decided elsewhere that they may. */
    void move(UUID id, String agency, Reader by) {
        if (id.equals(by.personId())) {
            throw new InvalidEntry("agency", "Ask another administrator to move you: you lose your roles by it");
        }
        if (agencies.findById(agency).filter(Agency::isActive).isEmpty()) {
            throw new InvalidEntry("agency", "Choose an agency that is active");
        }
        somebodyAdministers.stillAfter(() -> {
            Person person = existing(id);
            memberships.findByPersonIdAndEndedAtIsNull(id).ifPresent(current -> {
                if (current.agency().equals(agency)) {
                    throw new InvalidEntry("agency", "They belong to this agency already");
                }
                current.end("Moved to another agency", clock.instant());
                memberships.saveAndFlush(current);
            });
            memberships.saveAndFlush(new Membership(id, agency, clock.instant()));
            person.giveRoles(Set.of());
            person.accessChanged();
            if (!by.is(Role.ADMINISTRATOR)) {
                groupsLeft.leave(id, by);
            }
        });
        tell(id, "joined-agency", Map.of("agency", agency), by);
    }

    private void mayBring(UUID id, String agency, Reader by) {
        if (by.is(Role.ADMINISTRATOR)) {
            return;
        }
        NotAllowed.unlessLookingAfter(agency, by);
        if (memberships.findByPersonIdAndEndedAtIsNull(id).isPresent()) {
            NotAllowed.unlessAdministrator(by);
        }
        if (!memberships.existsByPersonIdAndAgency(id, agency)) {
            throw new InvalidEntry(
                    "email",
                    "Somebody with this address was in another agency before. Ask an administrator to move them");
        }
    }

    /** Unknown people and those of other agencies are refused alike, so that nobody learns who is where. */
    private Membership current(UUID id, Reader by) {
        Optional<Membership> membership = memberships.findByPersonIdAndEndedAtIsNull(id);
        NotAllowed.unlessLookingAfter(membership.map(Membership::agency).orElse(""), by);
        return membership.orElseThrow(() -> new InvalidEntry("person", "This membership has ended already"));
    }

    private Person existing(UUID id) {
        return people.findById(id).orElseThrow(() -> new InvalidEntry("person", "There is no such person"));
    }

    private void tell(UUID person, String what, Map<String, String> details, Reader by) {
        messages.publishEvent(new PersonChanged(person, what, details, by.actor()));
    }
}
