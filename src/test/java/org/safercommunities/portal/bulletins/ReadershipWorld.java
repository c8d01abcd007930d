package org.safercommunities.portal.bulletins;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.GroupKind;
import org.safercommunities.portal.agencies.Groups;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.events.Attendance;
import org.safercommunities.portal.events.BookingOutcome;
import org.safercommunities.portal.events.BookingWish;
import org.safercommunities.portal.events.Bookings;
import org.safercommunities.portal.events.EventKind;
import org.safercommunities.portal.events.EventPlan;
import org.safercommunities.portal.events.EventPlanning;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.SessionPlan;
import org.safercommunities.portal.events.Venue;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.support.Somebody;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Agencies (one merged, one ended), people (some gone), outsiders, what each of them chose, documents and events, made at random
 * from a seed in the real database, with the plain facts kept beside them for the oracle.
 */
final class ReadershipWorld {

    static final List<String> TOPICS =
            List.of("domestic-abuse", "road-safety", "substance-misuse", "anti-social-behaviour");

    /** What the oracle needs to know of one who may get bulletins. */
    static final class Known {
        final String address;
        final SubscriptionChoice choice;

        @Nullable
        UUID person;

        boolean chosenInAccount;
        boolean ended;
        boolean left;
        boolean someoneElseChose;

        @Nullable
        String agency;

        @Nullable
        String accountAgency;

        final Set<String> groups = new HashSet<>();
        final Set<Role> roles = new HashSet<>();
        final Set<UUID> came = new HashSet<>();
        final Set<UUID> booked = new HashSet<>();

        Known(String address, SubscriptionChoice choice) {
            this.address = address;
            this.choice = choice;
        }
    }

    /** A document, or an event when there is no marking. */
    record Thing(
            UUID id,
            Audience audience,
            boolean published,
            @Nullable Marking marking) {}

    final Map<String, Known> all = new HashMap<>();
    final List<Thing> things = new ArrayList<>();
    final Map<String, String> successor = new HashMap<>();
    final Set<String> endedAgencies = new HashSet<>();
    final Set<String> allowedDomains = new HashSet<>();
    final List<String> agencies = new ArrayList<>();
    final List<String> groups = new ArrayList<>();

    private final Map<String, String> domainOf = new HashMap<>();
    private final ApplicationContext portal;
    private final Random random;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Somebody somebody;
    private final Reader editor;
    private int number;

    ReadershipWorld(ApplicationContext portal, long seed) {
        this.portal = portal;
        this.random = new Random(seed);
        this.somebody = new Somebody(portal);
        String team = somebody.agency("Team");
        somebody.of(team, Role.ADMINISTRATOR);
        editor = somebody.of(team, Role.EDITOR);
    }

    ReadershipWorld make() {
        for (int i = 0; i < 7; i++) {
            String slug = somebody.agency("Readers");
            agencies.add(slug);
            successor.put(slug, slug);
            portal.getBean(Agencies.class)
                    .find(slug)
                    .orElseThrow()
                    .domains()
                    .forEach(domain -> domainOf.put(slug, domain));
        }
        for (int i = 0; i < 3; i++) {
            groups.add(portal.getBean(Groups.class)
                    .create(GroupKind.TASK_GROUP, "Readers %s %d".formatted(run, i), "", Reader.portal())
                    .slug());
        }
        SubscriberDomains domains = portal.getBean(SubscriberDomains.class);
        domains.allow("allowed-%s.example".formatted(run), editor);
        domains.allow("withdrawn-%s.example".formatted(run), editor);
        for (int i = 0; i < 70; i++) {
            outsider();
        }
        for (int i = 0; i < 90; i++) {
            account();
        }
        someOutsidersGetAccounts();
        for (int i = 0; i < 24; i++) {
            document();
        }
        for (int i = 0; i < 8; i++) {
            event();
        }
        fate();
        return this;
    }

    /** A careless change of the rules, of which the oracle is not told: all are in all groups, and nobody’s “no” counts. */
    void weaken() {
        JdbcClient jdbc = portal.getBean(JdbcClient.class);
        for (Known known : all.values()) {
            if (known.person != null) {
                for (String group : groups) {
                    jdbc.sql("INSERT IGNORE INTO group_member (group_slug, person_id) VALUES (?, ?)")
                            .params(List.of(group, known.person.toString()))
                            .update();
                }
            }
            jdbc.sql("UPDATE subscriber SET ended_at = NULL WHERE email = ?")
                    .param(known.address)
                    .update();
        }
    }

    private void outsider() {
        String agency = any(agencies);
        boolean ofAgency = random.nextInt(3) == 0;
        String domain = ofAgency
                ? domainOf.get(agency)
                : (random.nextInt(3) == 0 ? "withdrawn" : "allowed") + "-%s.example".formatted(run);
        Known known = new Known("out-%d@%s".formatted(number++, domain), choice());
        known.agency = ofAgency ? agency : random.nextInt(3) == 0 ? any(agencies) : null;
        portal.getBean(Subscribers.class)
                .add(new SubscriberEntry(known.address, "Outsider"), known.agency, known.choice, "They asked", editor);
        if (random.nextInt(6) == 0) {
            end(known);
        }
        all.put(known.address, known);
    }

    private void end(Known known) {
        known.ended = true;
        SubscriberRows rows = portal.getBean(SubscriberRows.class);
        SubscriberRows.Kept kept = rows.ofAddress(known.address).orElseThrow();
        if (random.nextBoolean()) {
            portal.getBean(OwnSubscription.class).stop(new SecretLink(kept.id(), kept.secret()).text());
        } else {
            portal.getBean(Subscribers.class).end(kept.id(), editor);
        }
    }

    private void account() {
        String agency = any(agencies);
        Known known = new Known("in-%d@people-%s.example".formatted(number++, run), choice());
        known.agency = agency;
        become(known, agency);
        portal.getBean(OwnSubscription.class).choose(known.choice, somebody.again(known.person));
        known.chosenInAccount = true;
        if (random.nextInt(7) == 0) {
            known.ended = true;
            portal.getBean(OwnSubscription.class).choose(SubscriptionChoice.NOTHING, somebody.again(known.person));
        }
        all.put(known.address, known);
    }

    private void become(Known known, String agency) {
        People people = portal.getBean(People.class);
        UUID id = people.name(known.address, "Person " + number, agency, null, Reader.portal());
        known.person = id;
        known.accountAgency = agency;
        for (String group : groups) {
            if (random.nextInt(4) == 0) {
                portal.getBean(Groups.class).add(group, id, Reader.portal());
                known.groups.add(group);
            }
        }
        for (Role role : List.of(Role.COORDINATOR, Role.EDITOR, Role.BOARD_MEMBER)) {
            if (random.nextInt(4) == 0) {
                known.roles.add(role);
            }
        }
        people.giveRoles(id, known.roles, Reader.portal());
    }

    /** Some have an account later: some choose there, some do not, and one colleague’s address becomes that of somebody who did. */
    private void someOutsidersGetAccounts() {
        List<Known> outside = all.values().stream()
                .filter(known -> known.person == null && !known.ended)
                .sorted(java.util.Comparator.comparing(known -> known.address))
                .toList();
        for (Known known : outside.subList(0, 24)) {
            String agency = any(agencies);
            String before = known.agency;
            become(known, agency);
            int fate = random.nextInt(3);
            if (fate == 0) {
                portal.getBean(OwnSubscription.class).choose(known.choice, somebody.again(known.person));
                known.chosenInAccount = true;
                known.agency = agency;
            } else {
                known.agency = before;
                // Without a choice of their own they are still somebody outside: nothing of their account counts
                known.groups.clear();
                known.roles.clear();
            }
            if (fate == 1) {
                JdbcClient jdbc = portal.getBean(JdbcClient.class);
                UUID other = somebody.of(any(agencies)).personId();
                jdbc.sql("UPDATE person SET email = ? WHERE id = ?")
                        .params(List.of(known.address, other.toString()))
                        .update();
                portal.getBean(SubscriberRows.class).findOrMake(SubscriberRows.Whose.account(other), "Chosen", true);
                known.someoneElseChose = true;
            }
        }
    }

    private void document() {
        Audience audience = audience();
        Marking marking = random.nextInt(3) == 0 ? Marking.OFFICIAL_SENSITIVE : Marking.OFFICIAL;
        Library library = portal.getBean(Library.class);
        UUID id = library.draft(
                new StoredFile("%032x".formatted(random.nextLong()).repeat(2), 10, "paper.pdf", "application/pdf"),
                new DocumentDescription(
                        "Paper " + number++,
                        "",
                        "report",
                        Set.of(),
                        marking,
                        marking == Marking.OFFICIAL ? null : "Partners only",
                        audience,
                        null),
                editor);
        // As if the reader had been and gone; there are no bytes behind these
        portal.getBean(JdbcClient.class)
                .sql("UPDATE document_version SET reading = 'TEXT' WHERE document_id = ?")
                .param(id.toString())
                .update();
        boolean published = random.nextInt(6) > 0;
        if (published) {
            library.publish(id, editor);
        }
        things.add(new Thing(id, audience, published, marking));
    }

    private void event() {
        Instant start = Instant.now().plus(Duration.ofDays(20)).truncatedTo(ChronoUnit.HOURS);
        SessionPlan session = new SessionPlan(
                null,
                "",
                "",
                start,
                start.plus(Duration.ofHours(1)),
                new Venue("Oast Hall", "12 Mill Lane, Maidstone", "", ""),
                "",
                SessionPlan.JOIN_OPENS_MINUTES,
                Map.of(Mode.IN_PERSON, 200),
                List.of(),
                List.of());
        Audience audience = random.nextInt(2) == 0 ? Audience.ofEveryone() : audience();
        EventPlanning planning = portal.getBean(EventPlanning.class);
        UUID id = planning.draft(
                new EventPlan(
                        "Meeting " + number++,
                        EventKind.WORKSHOP,
                        "",
                        Set.of(),
                        audience,
                        null,
                        null,
                        null,
                        false,
                        EventPlan.OFFER_HOURS,
                        EventPlan.REMINDER_DAYS,
                        false,
                        false,
                        List.of(session)),
                editor);
        planning.publish(id, editor);
        things.add(new Thing(id, audience, true, null));
        if (audience.everyone()) {
            all.values().stream()
                    .filter(known -> known.chosenInAccount && random.nextInt(3) == 0)
                    .forEach(known -> attend(known, id));
        }
    }

    private void attend(Known known, UUID event) {
        BookingOutcome booked = portal.getBean(Bookings.class)
                .book(
                        event,
                        BookingWish.of(Mode.IN_PERSON),
                        somebody.again(java.util.Objects.requireNonNull(known.person)));
        known.booked.add(event);
        if (random.nextBoolean()) {
            portal.getBean(Attendance.class).note(booked.places().getFirst().place(), true, editor);
            known.came.add(event);
        }
    }

    /** What happens between subscribing and sending. */
    private void fate() {
        People people = portal.getBean(People.class);
        all.values().stream()
                .filter(known -> known.person != null && !known.roles.contains(Role.EDITOR))
                .sorted(java.util.Comparator.comparing(known -> known.address))
                .filter(known -> random.nextInt(6) == 0)
                .forEach(known -> {
                    people.endMembership(java.util.Objects.requireNonNull(known.person), "Left", Reader.portal());
                    known.left = true;
                });
        portal.getBean(SubscriberDomains.class).withdraw("withdrawn-%s.example".formatted(run), editor);
        Agencies service = portal.getBean(Agencies.class);
        service.merge(agencies.get(5), agencies.get(0), Reader.portal());
        successor.put(agencies.get(5), agencies.get(0));
        service.end(agencies.get(6), Reader.portal());
        endedAgencies.add(agencies.get(6));
        allowedDomains.add("allowed-%s.example".formatted(run));
        agencies.stream()
                .filter(slug -> !endedAgencies.contains(slug))
                .forEach(slug -> allowedDomains.add(java.util.Objects.requireNonNull(domainOf.get(slug))));
    }

    private Audience audience() {
        Set<UUID> named = new HashSet<>();
        if (random.nextInt(3) == 0) {
            all.values().stream()
                    .filter(known -> known.chosenInAccount)
                    .map(known -> java.util.Objects.requireNonNull(known.person))
                    .sorted()
                    .skip(random.nextInt(40))
                    .findFirst()
                    .ifPresent(named::add);
        }
        Set<String> forGroups = random.nextInt(3) == 0 ? some(groups) : Set.of();
        return new Audience(random.nextInt(4) == 0, some(agencies), forGroups, named);
    }

    private SubscriptionChoice choice() {
        Set<BulletinKind> kinds = new HashSet<>(Set.of(any(List.of(BulletinKind.values()))));
        if (random.nextBoolean()) {
            kinds.add(BulletinKind.NEWSLETTER);
        }
        return new SubscriptionChoice(kinds, random.nextBoolean() ? Set.of() : some(TOPICS));
    }

    Set<String> some(List<String> of) {
        Set<String> chosen = new HashSet<>();
        of.stream().filter(each -> random.nextInt(4) == 0).forEach(chosen::add);
        return chosen;
    }

    <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** A bulletin for whoever chance will have it for. */
    BulletinAudience bulletin() {
        List<UUID> events = things.stream()
                .filter(thing -> thing.marking() == null)
                .map(Thing::id)
                .toList();
        boolean everyone = random.nextInt(2) == 0;
        return new BulletinAudience(
                any(List.of(BulletinKind.values())),
                everyone,
                everyone ? Set.of() : some(agencies),
                everyone ? Set.of() : some(groups),
                random.nextInt(3) == 0 ? Set.of(any(TOPICS)) : Set.of(),
                random.nextInt(5) == 0 ? Set.of(any(List.of(Role.COORDINATOR, Role.EDITOR))) : Set.of(),
                random.nextInt(6) == 0 ? any(events) : null);
    }

    Set<String> suppressed() {
        Set<String> addresses = new HashSet<>();
        all.keySet().stream()
                .sorted()
                .filter(address -> random.nextInt(10) == 0)
                .forEach(addresses::add);
        return addresses;
    }
}
