package org.safercommunities.portal.library;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencyDescription;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.GroupKind;
import org.safercommunities.portal.agencies.Groups;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.agencies.sharing.SharingAgreements;
import org.safercommunities.portal.shared.Dates;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Agencies (some merged into others), groups, people and documents made at random from a seed, in the real database, with
 * the plain facts kept beside them for the oracle.
 */
final class AccessWorld {

    private static final Instant LONG_AGO = Instant.now().minus(Duration.ofDays(400));
    private static final String LETTERS = "bcdfghjklmnprstvz";

    /** A person, and what the oracle needs to know of them; {@code agency} is the one they belong to in the end. */
    record Somebody(UUID id, String agency, Set<String> groups, Set<Role> roles) {}

    /** A document, and what the oracle needs to know of it. The two words stand in no other document. */
    record Something(
            UUID id,
            DocumentState state,
            Audience audience,
            UUID author,
            String titleWord,
            String bodyWord,
            String sha256,
            @Nullable Instant from,
            @Nullable Instant until,
            boolean sensitive) {

        boolean expired() {
            return until != null && !until.isAfter(Instant.now());
        }

        boolean inItsTime() {
            return !expired() && (from == null || !from.isAfter(Instant.now()));
        }
    }

    /** Somebody and a document. */
    record Pair(UUID person, UUID document) {}

    /** What was opened in an emergency that lasts. */
    final Set<Pair> emergencies = new HashSet<>();
    /** The same with what was opened in one that is over or was ended, and by whom it is none of theirs to open. */
    final List<Pair> opened = new ArrayList<>();

    final List<Somebody> people = new ArrayList<>();
    final List<Something> documents = new ArrayList<>();
    /** Those that have signed the Information Sharing Agreement. */
    final Set<String> signed = new HashSet<>();
    /** Where each agency ended up. */
    final java.util.Map<String, String> successor = new java.util.HashMap<>();

    Somebody person(UUID id) {
        return people.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    Something document(UUID id) {
        return documents.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private final List<String> agencies = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final Random random;
    private final String run;

    AccessWorld(long seed) {
        this.random = new Random(seed);
        this.run = Long.toString(Math.abs(new Random().nextLong()), 36).substring(0, 7);
    }

    void make(
            Agencies agencyService,
            Groups groupService,
            People peopleService,
            Library library,
            DocumentLife life,
            SharingAgreements agreements,
            JdbcClient jdbc) {
        Reader portal = Reader.portal();
        agreements.addVersion(run, portal);
        for (int i = 0; i < 10; i++) {
            String slug = agencyService
                    .create(new AgencyDescription("World %s agency %d".formatted(run, i), null, Set.of()), portal)
                    .slug();
            agencies.add(slug);
            successor.put(slug, slug);
            sign(slug, i, agreements);
        }
        for (int i = 0; i < 6; i++) {
            groups.add(groupService
                    .create(GroupKind.TASK_GROUP, "World %s group %d".formatted(run, i), "", portal)
                    .slug());
        }
        for (int i = 0; i < 60; i++) {
            people.add(somebody(i, groupService, peopleService));
        }
        for (int i = 0; i < 160; i++) {
            documents.add(something(i, library, life, jdbc));
        }
        // Only now do some agencies become part of others: what was meant for them before must follow their people
        merge(agencyService, 8, 0);
        merge(agencyService, 9, 8 - 7);
        for (int i = 0; i < 120; i++) {
            emergency(jdbc);
        }
    }

    /** As rows, whoever they are of: whether somebody administers is asked when they read. Most last. */
    private void emergency(JdbcClient jdbc) {
        List<Somebody> administrators = people.stream()
                .filter(person -> person.roles().contains(Role.ADMINISTRATOR))
                .toList();
        List<Somebody> of = random.nextInt(4) == 0 ? people : administrators;
        // Half of them where it matters: what is out, and not for everyone
        List<Something> some = random.nextBoolean()
                ? documents
                : documents.stream()
                        .filter(one -> one.state() == DocumentState.PUBLISHED
                                && one.inItsTime()
                                && !one.audience().everyone())
                        .toList();
        Pair pair = new Pair(
                of.get(random.nextInt(of.size())).id(),
                some.get(random.nextInt(some.size())).id());
        int kind = random.nextInt(6);
        boolean over = kind == 0;
        boolean ended = kind == 1;
        jdbc.sql("""
                INSERT INTO emergency_access (id, document_id, person_id, reason, opened_at, until_at, ended_at)
                VALUES (UUID(), ?, ?, 'A trial', UTC_TIMESTAMP(6) - INTERVAL 2 DAY,
                        UTC_TIMESTAMP(6) + INTERVAL ? DAY, IF(?, UTC_TIMESTAMP(6) - INTERVAL 1 DAY, NULL))
                """)
                .params(pair.document().toString(), pair.person().toString(), over ? -1 : 1, ended)
                .update();
        opened.add(pair);
        if (!over && !ended) {
            emergencies.add(pair);
        }
    }

    /** Two of three have signed; the signature of one of four of those has ended. */
    private void sign(String agency, int number, SharingAgreements agreements) {
        LocalDate today = Dates.today();
        if (number % 3 != 0) {
            boolean over = number % 4 == 0;
            agreements.sign(
                    agency, run, today.minusDays(9), "The chief", over ? today.minusDays(1) : null, Reader.portal());
            if (!over) {
                signed.add(agency);
            }
        }
    }

    /** The rest of the database has not signed it: only for as long as this trial runs. */
    void putInForce(JdbcClient jdbc) {
        jdbc.sql("UPDATE sharing_agreement SET in_force_from = UTC_TIMESTAMP(6) - INTERVAL 1 DAY WHERE version = ?")
                .param(run)
                .update();
    }

    void takeOutOfForce(JdbcClient jdbc) {
        jdbc.sql("UPDATE sharing_agreement SET in_force_from = NULL WHERE version = ?")
                .param(run)
                .update();
    }

    private void merge(Agencies service, int from, int into) {
        String gone = agencies.get(from);
        String stays = agencies.get(into);
        service.merge(gone, stays, Reader.portal());
        successor.replaceAll((slug, end) -> end.equals(gone) ? stays : end);
        people.replaceAll(person -> person.agency().equals(gone)
                ? new Somebody(person.id(), stays, person.groups(), person.roles())
                : person);
    }

    private Somebody somebody(int number, Groups groupService, People peopleService) {
        String agency = any(agencies);
        Reader portal = Reader.portal();
        UUID id = peopleService.name(
                "%s-%d@world.example".formatted(run, number), "Somebody " + number, agency, null, portal);
        Set<String> in = some(groups, 3);
        in.forEach(group -> groupService.add(group, id, portal));
        Set<Role> roles = new HashSet<>();
        for (Role role : Role.values()) {
            if (random.nextInt(4) == 0) {
                roles.add(role);
            }
        }
        peopleService.giveRoles(id, roles, portal);
        return new Somebody(id, agency, in, roles);
    }

    private Something something(int number, Library library, DocumentLife life, JdbcClient jdbc) {
        String titleWord = word();
        String bodyWord = word();
        Audience audience = audience();
        List<Somebody> editors = people.stream()
                .filter(person -> person.roles().contains(Role.EDITOR))
                .toList();
        Somebody author = editors.get(random.nextInt(editors.size()));
        Reader writing =
                new Reader(author.id(), author.agency(), Set.of(author.agency()), author.groups(), author.roles());
        String sha = sha(number);
        // One in three before its time, in it, or after it
        int time = random.nextInt(9);
        Instant from = time == 0 ? Instant.now().plus(Duration.ofDays(1)) : time == 1 ? LONG_AGO : null;
        Instant until = time == 1 ? Instant.now().plus(Duration.ofDays(1)) : time == 2 ? LONG_AGO : null;
        boolean sensitive = random.nextInt(3) == 0;
        UUID id = library.draft(
                new StoredFile(sha, 1000 + number, "file %d.pdf".formatted(number), "application/pdf"),
                new DocumentDescription(
                        "Paper " + titleWord,
                        "",
                        "report",
                        Set.of("road-safety"),
                        sensitive ? Marking.OFFICIAL_SENSITIVE : Marking.OFFICIAL,
                        null,
                        audience,
                        null),
                new DocumentTerm(author.id(), from, until, null, null),
                writing);
        jdbc.sql("""
                INSERT INTO document_text (version_id, text)
                SELECT id, ? FROM document_version WHERE document_id = ?
                """)
                .param("These pages speak of " + bodyWord + " and nothing else.")
                .param(id.toString())
                .update();
        jdbc.sql("""
                INSERT INTO document_captions (version_id, language, vtt, cues, added_by, added_at)
                SELECT id, 'en', ?, 1, added_by, added_at FROM document_version WHERE document_id = ?
                """)
                .param("WEBVTT\n\n00:01.000 --> 00:02.000\n" + bodyWord + "\n")
                .param(id.toString())
                .update();
        // As if the reader had been and gone; there are no bytes behind these
        jdbc.sql("UPDATE document_version SET reading = 'TEXT' WHERE document_id = ?")
                .param(id.toString())
                .update();
        DocumentState state = DocumentState.DRAFT;
        int fate = random.nextInt(10);
        if (fate > 1) {
            library.publish(id, writing);
            state = DocumentState.PUBLISHED;
        }
        if (fate == 2 && audience.groups().isEmpty()) {
            library.remove(id, writing);
            state = DocumentState.REMOVED;
        }
        if (fate == 3 && reaches(audience, author)) {
            life.withdraw(id, "It was wrong", null, writing);
            state = DocumentState.WITHDRAWN;
        }
        return new Something(id, state, audience, author.id(), titleWord, bodyWord, sha, from, until, sensitive);
    }

    /** Whether its author still sees it once it is published; agencies are merged only afterwards. */
    private static boolean reaches(Audience audience, Somebody author) {
        return audience.admits(
                new Reader(author.id(), author.agency(), Set.of(author.agency()), author.groups(), author.roles()));
    }

    private Audience audience() {
        Set<UUID> named = new HashSet<>();
        if (random.nextInt(3) == 0) {
            named.add(people.get(random.nextInt(people.size())).id());
        }
        Set<String> forAgencies = random.nextInt(2) == 0 ? some(agencies, 3) : Set.of();
        Set<String> forGroups = random.nextInt(3) == 0 ? some(groups, 2) : Set.of();
        return new Audience(random.nextInt(6) == 0, forAgencies, forGroups, named);
    }

    /** A word that no stemmer shortens and no typo turns into another of them. */
    private String word() {
        StringBuilder word = new StringBuilder("q");
        for (int i = 0; i < 13; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.append(run.replaceAll("[^a-z]", "x")).append("k").toString().toLowerCase(Locale.ROOT);
    }

    private String sha(int number) {
        return "%032x"
                .formatted(new java.math.BigInteger(1, run.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .concat("%032x".formatted(number));
    }

    private Set<String> some(List<String> of, int most) {
        Set<String> chosen = new HashSet<>();
        int wanted = random.nextInt(most + 1);
        for (int i = 0; i < wanted; i++) {
            chosen.add(any(of));
        }
        return chosen;
    }

    private String any(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
