package org.safercommunities.portal.agencies;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts in agencies and people for the demonstration, where nobody could have. Refuses everything else. What is there already
 * is left as it is, save that roles are given.
 */
@Service
public class FirstPeople {

    private final AgencyRecords agencies;
    private final PersonRecords people;
    private final MembershipRecords memberships;
    private final ApplicationEventPublisher messages;
    private final Clock clock;
    private final boolean demo;

    FirstPeople(
            AgencyRecords agencies,
            PersonRecords people,
            MembershipRecords memberships,
            ApplicationEventPublisher messages,
            Clock clock,
            @Value("${portal.demo:false}") boolean demo) {
        this.agencies = agencies;
        this.people = people;
        this.memberships = memberships;
        this.messages = messages;
        this.clock = clock;
        this.demo = demo;
    }

    /**
     * @param slug chosen here, not made of the name, since Keycloak's organization is called like it
     * @throws IllegalStateException unless the portal is a demonstration
     */
    @Transactional
    public void agency(String slug, AgencyDescription description) {
        onlyForShow();
        if (!agencies.existsById(slug)) {
            agencies.save(new Agency(slug, description.name(), description.identityProvider(), description.domains()));
            messages.publishEvent(new AgencyChanged(slug, "created", Map.of("name", description.name()), null));
        }
    }

    /**
     * Binds a person to their account, making them when they are not there. Returns their id.
     *
     * @throws IllegalStateException unless the portal is a demonstration
     */
    @Transactional
    public UUID person(FirstPerson first) {
        onlyForShow();
        Person person = find(first).orElseGet(() -> create(first));
        if (!first.roles().isEmpty() && person.giveRoles(first.roles())) {
            tell(person.id(), "given-roles", Map.of("roles", new TreeSet<>(first.roles()).toString()));
        }
        return person.id();
    }

    private Optional<Person> find(FirstPerson first) {
        String account = first.account();
        Optional<Person> bound = account == null ? Optional.empty() : people.findBySubject(account);
        return bound.or(() -> people.findByEmail(Person.normalised(first.email())).stream()
                .filter(person -> account == null || person.subject() == null)
                .filter(person ->
                        memberships.findByPersonIdAndEndedAtIsNull(person.id()).isPresent())
                .findFirst()
                .map(person -> bound(person, first.provider(), account)));
    }

    private Person create(FirstPerson first) {
        Person person = people.save(new Person(UUID.randomUUID(), first.email(), first.name(), clock.instant()));
        bound(person, first.provider(), first.account());
        memberships.saveAndFlush(new Membership(person.id(), first.agency(), clock.instant()));
        tell(person.id(), "named", Map.of("agency", first.agency()));
        return person;
    }

    private static Person bound(Person person, @Nullable String provider, @Nullable String account) {
        if (account != null) {
            person.claim(provider == null ? Person.PORTAL : provider, account);
        }
        return person;
    }

    private void tell(UUID person, String what, Map<String, String> details) {
        messages.publishEvent(new PersonChanged(person, what, details, null));
    }

    private void onlyForShow() {
        if (!demo) {
            throw new IllegalStateException("Nobody is put in this way, unless portal.demo is on");
        }
    }
}
