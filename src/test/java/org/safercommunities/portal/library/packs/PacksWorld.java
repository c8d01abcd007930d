package org.safercommunities.portal.library.packs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.GroupKind;
import org.safercommunities.portal.agencies.Groups;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.events.BookingWish;
import org.safercommunities.portal.events.Bookings;
import org.safercommunities.portal.events.EventKind;
import org.safercommunities.portal.events.EventPlan;
import org.safercommunities.portal.events.EventPlanning;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.SessionPlan;
import org.safercommunities.portal.events.Venue;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.Intake;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.support.Somebody;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People, documents, events and packs made at random from a seed, with the plain facts beside them; and the rule said once more. */
final class PacksWorld {

    /** A thing with an audience. The word stands in its title and nowhere else. */
    record Thing(
            UUID id, String word, boolean published, Audience audience, UUID author, boolean sensitive, int size) {}

    /**
     * @param members in their order; null for a link
     * @param delegates who has a place at the event that hands it out
     * @param opened the documents that are open to them
     */
    record Pack(
            UUID id,
            String word,
            boolean published,
            Audience audience,
            UUID author,
            List<Thing> documents,
            List<Thing> events,
            int links,
            Set<UUID> delegates,
            Set<UUID> opened) {}

    final List<Reader> people = new ArrayList<>();
    final List<Thing> documents = new ArrayList<>();
    final List<Thing> events = new ArrayList<>();
    final List<Pack> packs = new ArrayList<>();

    private final Map<UUID, Set<UUID>> booked = new HashMap<>();
    private final List<String> agencies = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final Random random;
    private final ApplicationContext portal;
    private final StoredFile file;

    PacksWorld(long seed, ApplicationContext portal) throws IOException {
        random = new Random(seed);
        this.portal = portal;
        file = portal.getBean(Intake.class)
                .take(new ByteArrayInputStream("Words.".getBytes(StandardCharsets.UTF_8)), "words.txt");
        Somebody somebody = new Somebody(portal);
        Groups groupService = portal.getBean(Groups.class);
        for (int i = 0; i < 4; i++) {
            agencies.add(somebody.agency("Packs"));
        }
        for (int i = 0; i < 3; i++) {
            groups.add(groupService
                    .create(GroupKind.TASK_GROUP, "Packs " + UUID.randomUUID(), "", Reader.portal())
                    .slug());
        }
        for (int i = 0; i < 9; i++) {
            Role[] roles = i < 4 ? new Role[] {Role.EDITOR} : new Role[0];
            Reader person = somebody.of(agencies.get(random.nextInt(agencies.size())), roles);
            for (String group : some(groups, 2)) {
                groupService.add(group, person.personId(), Reader.portal());
            }
            people.add(somebody.again(person.personId()));
        }
        for (int i = 0; i < 18; i++) {
            documents.add(document());
        }
        for (int i = 0; i < 3; i++) {
            events.add(event());
        }
        for (int i = 0; i < 8; i++) {
            packs.add(pack());
        }
    }

    boolean sees(Reader person, Thing thing) {
        return thing.published()
                ? reached(person, thing.audience()) || openedTo(person, thing)
                : ofEditor(person, thing.audience(), thing.author());
    }

    boolean openedTo(Reader person, Thing thing) {
        return packs.stream()
                .anyMatch(pack -> pack.published()
                        && pack.opened().contains(thing.id())
                        && pack.delegates().contains(person.personId()));
    }

    boolean seesEvent(Reader person, Thing event) {
        return sees(person, event)
                || event.published()
                        && booked.getOrDefault(event.id(), Set.of()).contains(person.personId());
    }

    boolean sees(Reader person, Pack pack) {
        return pack.published()
                ? reached(person, pack.audience()) || pack.delegates().contains(person.personId())
                : ofEditor(person, pack.audience(), pack.author());
    }

    private static boolean ofEditor(Reader person, Audience audience, UUID author) {
        return person.is(Role.EDITOR) && (author.equals(person.personId()) || reached(person, audience));
    }

    private static boolean reached(Reader person, Audience audience) {
        return audience.everyone()
                || audience.people().contains(person.personId())
                || audience.agencies().contains(person.agencyId())
                || audience.groups().stream().anyMatch(person.groupIds()::contains)
                || person.is(Role.EDITOR) && audience.groups().isEmpty();
    }

    private Thing document() {
        Library library = portal.getBean(Library.class);
        Reader author = people.get(random.nextInt(4));
        Audience audience = audience();
        boolean sensitive = random.nextInt(3) == 0;
        String word = word();
        UUID id = library.draft(
                file,
                new DocumentDescription(
                        "Paper " + word,
                        "",
                        "report",
                        Set.of(),
                        sensitive ? Marking.OFFICIAL_SENSITIVE : Marking.OFFICIAL,
                        null,
                        audience,
                        null),
                author);
        boolean published = random.nextInt(6) > 0;
        if (published) {
            library.publish(id, author);
        }
        return new Thing(id, word, published, audience, author.personId(), sensitive, (int) file.size());
    }

    private Thing event() {
        EventPlanning planning = portal.getBean(EventPlanning.class);
        Reader author = people.get(random.nextInt(4));
        Audience audience = random.nextBoolean() ? Audience.ofEveryone() : audience();
        String word = word();
        Instant start = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.MINUTES);
        UUID id = planning.draft(
                new EventPlan(
                        "Meeting " + word,
                        EventKind.SEMINAR,
                        "",
                        Set.of(),
                        audience,
                        null,
                        null,
                        null,
                        false,
                        8,
                        Set.of(7),
                        false,
                        false,
                        List.of(new SessionPlan(
                                null,
                                "",
                                "",
                                start,
                                start.plus(Duration.ofHours(2)),
                                new Venue("Shire Hall", "1 High Street", "", ""),
                                "",
                                15,
                                Map.of(Mode.IN_PERSON, 20),
                                List.of(),
                                List.of()))),
                author);
        planning.publish(id, author);
        Thing event = new Thing(id, word, true, audience, author.personId(), false, 0);
        for (Reader person : people) {
            if (reached(person, audience) && random.nextInt(3) == 0) {
                portal.getBean(Bookings.class).book(id, BookingWish.of(Mode.IN_PERSON), person);
                booked.computeIfAbsent(id, any -> new HashSet<>()).add(person.personId());
            }
        }
        return event;
    }

    private Pack pack() {
        PackDesk desk = portal.getBean(PackDesk.class);
        JdbcClient jdbc = portal.getBean(JdbcClient.class);
        Reader author = people.get(random.nextInt(4));
        Audience drawn = random.nextInt(3) == 0 ? Audience.ofEveryone() : audience();
        Audience audience = Set.of("editors").equals(drawn.tokens()) ? Audience.ofAgencies(agencies.getFirst()) : drawn;
        String word = word();
        UUID id = desk.draft(new PackDescription("Pack " + word, "", audience), author);
        List<Thing> in = new ArrayList<>();
        List<Thing> meetings = new ArrayList<>();
        Set<UUID> opened = new HashSet<>();
        int links = 0;
        for (int place = 0; place < 10; place++) {
            // Straight into the table: also what its editor could not put in, for audiences change afterwards
            Thing document = documents.get(random.nextInt(documents.size()));
            Thing event = events.get(random.nextInt(events.size()));
            int what = random.nextInt(8);
            if (what == 0) {
                links++;
                member(jdbc, id, place, "LINK", null);
            } else if (what == 1 && !meetings.contains(event)) {
                meetings.add(event);
                member(jdbc, id, place, "EVENT", event.id());
            } else if (what > 1 && !in.contains(document)) {
                in.add(document);
                member(jdbc, id, place, "DOCUMENT", document.id());
                if (random.nextBoolean()) {
                    opened.add(document.id());
                    jdbc.sql("UPDATE pack_member SET opened = TRUE WHERE pack_id = ? AND document_id = ?")
                            .params(id.toString(), document.id().toString())
                            .update();
                }
            }
        }
        boolean published = random.nextInt(5) > 0;
        if (published) {
            desk.publish(id, author);
        }
        Set<UUID> delegates = Set.of();
        int handing = packs.size();
        if (handing < events.size()) {
            jdbc.sql("INSERT INTO event_pack (event_id, pack_id) VALUES (?, ?)")
                    .param(events.get(handing).id().toString())
                    .param(id.toString())
                    .update();
            delegates = booked.getOrDefault(events.get(handing).id(), Set.of());
        }
        return new Pack(id, word, published, audience, author.personId(), in, meetings, links, delegates, opened);
    }

    private static void member(
            JdbcClient jdbc, UUID pack, int place, String kind, @org.jspecify.annotations.Nullable UUID thing) {
        String id = thing == null ? null : thing.toString();
        jdbc.sql(
                        "INSERT INTO pack_member (id, pack_id, position, kind, document_id, event_id, title, address, note, section)"
                                + " VALUES (:id, :pack, :place, :kind, :document, :event, 'A link', 'https://a.example', '', '')")
                .param("id", UUID.randomUUID().toString())
                .param("pack", pack.toString())
                .param("place", place + 1)
                .param("kind", kind)
                .param("document", kind.equals("DOCUMENT") ? id : null)
                .param("event", kind.equals("EVENT") ? id : null)
                .update();
    }

    private Audience audience() {
        Set<UUID> named = new HashSet<>();
        if (random.nextInt(3) == 0) {
            named.add(people.get(random.nextInt(people.size())).personId());
        }
        return new Audience(
                random.nextInt(5) == 0,
                random.nextBoolean() ? some(agencies, 2) : Set.of(),
                random.nextInt(3) == 0 ? some(groups, 2) : Set.of(),
                named);
    }

    private Set<String> some(List<String> of, int most) {
        Set<String> chosen = new HashSet<>();
        for (int wanted = random.nextInt(most + 1); wanted > 0; wanted--) {
            chosen.add(of.get(random.nextInt(of.size())));
        }
        return chosen;
    }

    private static String word() {
        return "w" + UUID.randomUUID().toString().replace("-", "");
    }
}
