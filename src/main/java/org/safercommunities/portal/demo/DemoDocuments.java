package org.safercommunities.portal.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.EarlierDates;
import org.safercommunities.portal.library.Intake;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.StoredFile;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Makes the demonstration's documents and puts them in by the library's own ways, as their authors. */
@Component
@ConditionalOnBooleanProperty("portal.demo")
class DemoDocuments {

    private static final ZoneId KENT = ZoneId.of("Europe/London");

    private final DemoSeed seed;
    private final Library library;
    private final Intake intake;
    private final EarlierDates earlierDates;
    private final PersonList people;
    private final Readers readers;
    private final Clock clock;

    DemoDocuments(
            DemoSeed seed,
            Library library,
            Intake intake,
            EarlierDates earlierDates,
            PersonList people,
            Readers readers,
            Clock clock) {
        this.seed = seed;
        this.library = library;
        this.intake = intake;
        this.earlierDates = earlierDates;
        this.people = people;
        this.readers = readers;
        this.clock = clock;
    }

    /** Those that are not in yet, the oldest first. */
    List<DemoDocument> missing() {
        return all(LocalDate.ofInstant(clock.instant(), KENT)).stream()
                .filter(document -> !seed.has(item(document)))
                .toList();
    }

    static List<DemoDocument> all(LocalDate today) {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:demo/documents/*.md");
            List<DemoDocument> documents = new ArrayList<>();
            for (Resource file : files) {
                String key =
                        java.util.Objects.requireNonNull(file.getFilename()).replace(".md", "");
                documents.add(DemoDocument.parse(key, file.getContentAsString(StandardCharsets.UTF_8), today));
            }
            documents.sort(Comparator.comparing(
                            (DemoDocument document) -> document.dates().getFirst())
                    .thenComparing(DemoDocument::key));
            return documents;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void putIn(DemoDocument document, DemoWorld world) throws IOException {
        List<StoredFile> files = new ArrayList<>();
        for (int version = 1; version <= document.dates().size(); version++) {
            byte[] bytes = document.form().make(document.paper(version, world.nameOf(document.agency())));
            files.add(intake.take(new ByteArrayInputStream(bytes), document.fileName()));
        }
        Reader author = readers.of(person(document.author())).orElseThrow();
        seed.once(item(document), () -> {
            UUID id = library.draft(files.getFirst(), description(document, world), document.agency(), author);
            for (int version = 2; version <= files.size(); version++) {
                library.addVersion(id, files.get(version - 1), document.note(version), author);
            }
            List<Instant> added =
                    document.dates().stream().map(date -> at(date, document)).toList();
            if (document.isDraft()) {
                earlierDates.give(id, null, added);
            } else {
                library.publish(id, author);
                earlierDates.give(id, added.getFirst(), added);
            }
        });
    }

    private static String item(DemoDocument document) {
        return "document:" + document.key();
    }

    private DocumentDescription description(DemoDocument document, DemoWorld world) {
        Yamls said = document.said();
        return new DocumentDescription(
                said.text("title"),
                said.text("description"),
                said.text("kind"),
                Set.copyOf(said.list("topics")),
                Marking.of(said.text("marking", "OFFICIAL")),
                said.optional("handling"),
                audience(said.list("audience"), world),
                said.date("reviewOn"));
    }

    private Audience audience(List<String> named, DemoWorld world) {
        if (named.isEmpty()) {
            return Audience.ofEveryone();
        }
        Set<String> agencies = new HashSet<>();
        Set<String> groups = new HashSet<>();
        Set<UUID> persons = new HashSet<>();
        for (String each : named) {
            String[] parts = each.split(":", 2);
            switch (parts[0]) {
                case "districts" -> agencies.addAll(world.districts());
                case "agency" -> agencies.add(parts[1]);
                case "group" -> groups.add(parts[1]);
                case "person" -> persons.add(person(parts[1]));
                default -> throw new IllegalArgumentException("No audience " + Arrays.toString(parts));
            }
        }
        return new Audience(false, agencies, groups, persons);
    }

    private UUID person(String email) {
        return people.findByEmail(email)
                .orElseThrow(() -> new IllegalStateException("Nobody has the address " + email))
                .id();
    }

    /** Some time in office hours, the same for the same document, and never after now. */
    private Instant at(LocalDate date, DemoDocument document) {
        LocalTime time =
                LocalTime.of(9, 0).plusMinutes(Math.floorMod(document.key().hashCode(), 7 * 60));
        Instant then = date.atTime(time).atZone(KENT).toInstant();
        Instant now = clock.instant();
        return then.isAfter(now) ? now : then;
    }
}
