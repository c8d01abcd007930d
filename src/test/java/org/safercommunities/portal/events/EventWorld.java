package org.safercommunities.portal.events;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.support.Somebody;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events and people for the tests of places, and a look at what the tables say of them. */
public final class EventWorld {

    /** Long enough from now that the tests do not meet the cut-off by themselves. */
    static final Instant START = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(40));

    final Somebody somebody;
    final EventPlanning planning;
    final Bookings bookings;
    final Places places;
    final PlaceDecisions decisions;
    final JdbcClient jdbc;
    final Reader editor;

    public EventWorld(ApplicationContext portal) {
        somebody = new Somebody(portal);
        planning = portal.getBean(EventPlanning.class);
        bookings = portal.getBean(Bookings.class);
        places = portal.getBean(Places.class);
        decisions = portal.getBean(PlaceDecisions.class);
        jdbc = portal.getBean(JdbcClient.class);
        editor = somebody.of(somebody.agency("Events team"), Role.EDITOR);
    }

    /** A published event with one session in the room. */
    public UUID event(int capacity, Allocation... kept) {
        return event(plan(session("", START, START.plusSeconds(3_600), Map.of(Mode.IN_PERSON, capacity), kept)));
    }

    UUID event(EventPlan plan) {
        UUID event = planning.draft(plan, editor);
        planning.publish(event, editor);
        return event;
    }

    static EventPlan plan(SessionPlan... sessions) {
        return plan("An event of the tests", null, null, false, 8, List.of(sessions));
    }

    static EventPlan plan(
            String title,
            @Nullable Instant opens,
            @Nullable Instant closes,
            boolean approval,
            int hours,
            List<SessionPlan> sessions) {
        return new EventPlan(
                title,
                EventKind.SEMINAR,
                "",
                Set.of(),
                Audience.ofEveryone(),
                opens,
                closes,
                null,
                approval,
                hours,
                Set.of(1),
                true,
                true,
                sessions);
    }

    static SessionPlan session(
            String title, Instant start, Instant end, Map<Mode, Integer> capacity, Allocation... kept) {
        return session(null, title, start, end, capacity, kept);
    }

    static SessionPlan session(
            @Nullable UUID id,
            String title,
            Instant start,
            Instant end,
            Map<Mode, Integer> capacity,
            Allocation... kept) {
        return new SessionPlan(id, title, "", start, end, Venue.NOWHERE, "", 15, capacity, List.of(kept), List.of());
    }

    public UUID session(UUID event) {
        return sessions(event).getFirst();
    }

    List<UUID> sessions(UUID event) {
        return jdbc.sql("SELECT id FROM event_session WHERE event_id = ? AND removed_at IS NULL ORDER BY position")
                .param(event.toString())
                .query((row, number) -> Sql.id(row, "id"))
                .list();
    }

    /** Gives the only session another capacity. */
    void resize(UUID event, Map<Mode, Integer> capacity, Allocation... kept) {
        planning.change(
                event, plan(session(session(event), "", START, START.plusSeconds(3_600), capacity, kept)), editor);
    }

    BookingOutcome book(UUID event, Reader who) {
        return bookings.book(event, BookingWish.of(Mode.IN_PERSON), who);
    }

    UUID place(BookingOutcome booked) {
        return booked.places().getFirst().place();
    }

    PlaceState state(UUID place) {
        return PlaceState.valueOf(jdbc.sql("SELECT state FROM event_place WHERE id = ?")
                .param(place.toString())
                .query(String.class)
                .single());
    }

    @Nullable
    String reason(UUID place) {
        return jdbc.sql("SELECT reason FROM event_place WHERE id = ?")
                .param(place.toString())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    public int count(UUID event, PlaceState state) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM event_place p JOIN event_booking b ON b.id = p.booking_id
                         WHERE b.event_id = ? AND p.state = ?
                        """)
                .param(event.toString())
                .param(state.name())
                .query(Integer.class)
                .single();
    }

    /** Sets until when an offer stands. */
    void lapses(UUID place, Instant at) {
        jdbc.sql("UPDATE event_place SET lapses_at = ? WHERE id = ?")
                .param(Sql.utc(at))
                .param(place.toString())
                .update();
    }

    /** Lets booking close at this moment, whatever was planned. */
    void closes(UUID event, Instant at) {
        jdbc.sql("UPDATE event SET registration_closes = ? WHERE id = ?")
                .param(Sql.utc(at))
                .param(event.toString())
                .update();
    }

    String email(Reader who) {
        return jdbc.sql("SELECT email FROM person WHERE id = ?")
                .param(who.personId().toString())
                .query(String.class)
                .single();
    }

    /** What is kept for whom at this moment. */
    Allocation[] kept(UUID event) {
        return jdbc.sql("""
                        SELECT a.agency, o.mode, a.minimum, a.maximum, a.release_at FROM event_allocation a
                          JOIN event_pool o ON o.id = a.pool_id JOIN event_session s ON s.id = o.session_id WHERE s.event_id = ?
                        """)
                .param(event.toString())
                .query((row, number) -> new Allocation(
                        row.getString("agency"),
                        Mode.valueOf(row.getString("mode")),
                        row.getInt("minimum"),
                        row.getObject("maximum", Integer.class),
                        Sql.instant(row, "release_at")))
                .list()
                .toArray(Allocation[]::new);
    }

    /** Pools of the event whose counter is not what their places and the log of steps say. */
    public List<String> wrongCounters(UUID event) {
        return new PlacesOracle(jdbc).wrongCounters(event);
    }
}
