package org.safercommunities.portal.events.scan;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.events.Attendee;
import org.safercommunities.portal.events.BookingWish;
import org.safercommunities.portal.events.Bookings;
import org.safercommunities.portal.events.EventKind;
import org.safercommunities.portal.events.EventPlan;
import org.safercommunities.portal.events.EventPlanning;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.Places;
import org.safercommunities.portal.events.SessionPlan;
import org.safercommunities.portal.events.Talk;
import org.safercommunities.portal.events.Venue;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.support.Somebody;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One event of each state, with people of every standing towards it; their secrets stand nowhere else in the world. */
final class ScannedEvents {

    static final String DRAFT = "draft";
    static final String SCHEDULED = "scheduled";
    static final String EARLY = "early";
    static final String NOW = "now";
    static final String OVER = "over";
    static final String CANCELLED = "cancelled";

    static final Set<String> RUN_IT = Set.of("organiser", "second editor");

    static final List<String> WITH_A_BOOKING = List.of(
            "online", "in the room", "waits", "offered", "to be approved", "cancelled", "gave away", "received");

    final String link = "link" + random();
    final String need = "need" + random();
    final String title = "title" + random();
    final String hall = "hall" + random();
    final String draft = "draft" + random();
    final String agency;
    /** By their standing. */
    final Map<String, Reader> people = new LinkedHashMap<>();
    /** By their state. */
    final Map<String, UUID> events = new LinkedHashMap<>();

    private final EventPlanning planning;
    private final Bookings bookings;
    private final Places places;
    private final JdbcClient jdbc;
    private final Somebody somebody;

    ScannedEvents(ApplicationContext portal) {
        planning = portal.getBean(EventPlanning.class);
        bookings = portal.getBean(Bookings.class);
        places = portal.getBean(Places.class);
        jdbc = portal.getBean(JdbcClient.class);
        somebody = new Somebody(portal);
        agency = somebody.agency("Scanned");
        String others = somebody.agency("Outside");
        join("organiser", agency, Role.EDITOR);
        join("second editor", agency, Role.EDITOR);
        join("coordinator", agency, Role.COORDINATOR);
        WITH_A_BOOKING.forEach(standing -> join(standing, agency));
        join("not booked", agency);
        join("outsider", others);
        join("coordinator elsewhere", others, Role.COORDINATOR);
        join("editor elsewhere", others, Role.EDITOR);
        join("administrator elsewhere", others, Role.ADMINISTRATOR);
        plan();
    }

    private static String random() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private void join(String standing, String of, Role... roles) {
        people.put(standing, somebody.named("A person who is " + standing, of, roles));
    }

    Reader organiser() {
        return people.get("organiser");
    }

    String email(Reader reader) {
        return jdbc.sql("SELECT email FROM person WHERE id = ?")
                .param(reader.personId().toString())
                .query(String.class)
                .single();
    }

    List<UUID> sessions(UUID event) {
        return ids("SELECT id FROM event_session WHERE event_id = ?", event);
    }

    List<UUID> bookings(UUID event) {
        return ids("SELECT id FROM event_booking WHERE event_id = ?", event);
    }

    private List<UUID> ids(String sql, UUID event) {
        return jdbc.sql(sql)
                .param(event.toString())
                .query((row, number) -> Sql.id(row, "id"))
                .list();
    }

    private void plan() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        Instant later = now.plus(Duration.ofDays(30));
        events.put(DRAFT, planning.draft(plan("Draft " + draft, later, false, null), organiser()));
        events.put(SCHEDULED, planning.draft(plan("Draft " + draft, later, false, null), organiser()));
        planning.publishAt(events.get(SCHEDULED), now.plus(Duration.ofDays(9)), organiser());
        events.put(EARLY, booked(later));
        events.put(NOW, booked(now.plus(Duration.ofMinutes(6))));
        events.put(OVER, booked(later));
        jdbc.sql("UPDATE event SET starts_at = :start, ends_at = :end WHERE id = :id")
                .param("start", Sql.utc(now.minus(Duration.ofHours(5))))
                .param("end", Sql.utc(now.minus(Duration.ofHours(3))))
                .param("id", events.get(OVER).toString())
                .update();
        jdbc.sql("UPDATE event_session SET start_at = :start, end_at = :end WHERE event_id = :id")
                .param("start", Sql.utc(now.minus(Duration.ofHours(5))))
                .param("end", Sql.utc(now.minus(Duration.ofHours(3))))
                .param("id", events.get(OVER).toString())
                .update();
        events.put(CANCELLED, booked(later));
        planning.cancel(events.get(CANCELLED), "The hall is flooded", organiser());
    }

    private UUID booked(Instant start) {
        UUID event = planning.draft(plan("Scanned " + title, start, false, null), organiser());
        planning.publish(event, organiser());
        book(event, "in the room", Mode.IN_PERSON);
        book(event, "online", Mode.ONLINE);
        UUID given = book(event, "gave away", Mode.ONLINE);
        UUID cancelled = book(event, "cancelled", Mode.ONLINE);
        book(event, "offered", Mode.ONLINE);
        book(event, "waits", Mode.ONLINE);
        places.cancel(cancelled, people.get("cancelled"));
        places.giveTo(given, new Attendee(email(people.get("received")), "", null), people.get("gave away"));
        planning.change(
                event, plan("Scanned " + title, start, true, sessions(event).getFirst()), organiser());
        book(event, "to be approved", Mode.IN_PERSON);
        return event;
    }

    private UUID book(UUID event, String standing, Mode mode) {
        BookingWish wish = new BookingWish(mode, Set.of(), "No " + need, "A ramp and " + need, false);
        return bookings.book(event, wish, people.get(standing)).id();
    }

    /** An event that says its own meeting’s address where it must not stand. */
    UUID careless() {
        UUID event = planning.draft(saying("The meeting is called " + link, null), organiser());
        planning.publish(event, organiser());
        return event;
    }

    void takeBack(UUID careless) {
        planning.change(careless, saying("", sessions(careless).getFirst()), organiser());
    }

    private EventPlan saying(String description, @Nullable UUID session) {
        EventPlan plan = plan("Scanned " + title, Instant.now().plus(Duration.ofDays(20)), false, session);
        return new EventPlan(
                plan.title(),
                plan.kind(),
                description,
                plan.topics(),
                plan.audience(),
                null,
                null,
                null,
                false,
                8,
                Set.of(1),
                true,
                true,
                plan.sessions());
    }

    private EventPlan plan(String called, Instant start, boolean approval, @Nullable UUID session) {
        SessionPlan only = new SessionPlan(
                session,
                "Morning",
                "What is said there",
                start,
                start.plus(Duration.ofHours(2)),
                new Venue("Oast Hall " + hall, "1 Mill Lane", "https://maps.example/oast-hall", "A lift"),
                "https://meet.example/" + link + "?pwd=" + link,
                15,
                Map.of(Mode.IN_PERSON, 5, Mode.ONLINE, 3),
                List.of(),
                List.of(new Talk("Welcome", "Bramble Stour", 10, "How we begin")));
        return new EventPlan(
                called,
                EventKind.CONFERENCE,
                "What it is about",
                Set.of(),
                // With a group among it, editors have no way in but that of anybody else
                new Audience(false, Set.of(agency), Set.of("scanned-board"), Set.of()),
                null,
                null,
                null,
                approval,
                8,
                Set.of(7, 1),
                true,
                true,
                List.of(only));
    }
}
