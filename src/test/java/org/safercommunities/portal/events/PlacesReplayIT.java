package org.safercommunities.portal.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * A thousand steps drawn at random. After each batch the counters equal a replay of the log, and an oracle that knows nothing of
 * the code finds no free place that somebody eligible waits for, nor anybody overtaken without a reason.
 */
@PortalIT
class PlacesReplayIT {

    private static final long SEED = 20_261_125;
    private static final int STEPS = 1_000;
    private static final int BATCH = 50;
    private static final Mode[] MODES = Mode.values();

    private record Line(UUID place, String mode, String agency, String state, long ticket) {}

    private record Limits(int capacity, int taken, Map<String, int[]> kept) {}

    private final EventWorld world;
    private final PlacesInTime inTime;
    private final Agencies agencies;
    private final Random random = new Random(SEED);
    private final List<Reader> people = new ArrayList<>();
    private final Map<String, Integer> done = new HashMap<>();

    PlacesReplayIT(@Autowired ApplicationContext portal) {
        world = new EventWorld(portal);
        inTime = portal.getBean(PlacesInTime.class);
        agencies = portal.getBean(Agencies.class);
    }

    @Test
    void whateverHappensTheCountersEqualTheLogAndNoPlaceIsWithheldOrGivenTwice() {
        List<String> slugs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String slug = world.somebody.agency("Replay");
            slugs.add(slug);
            for (int j = 0; j < 6; j++) {
                people.add(world.somebody.of(slug));
            }
        }
        Allocation[] kept = {
            new Allocation(slugs.get(0), Mode.IN_PERSON, 2, 4, null),
            new Allocation(slugs.get(1), Mode.IN_PERSON, 1, null, null),
            new Allocation(slugs.get(2), Mode.ONLINE, 0, 1, null)
        };
        UUID event = world.event(EventWorld.plan(EventWorld.session(
                "",
                EventWorld.START,
                EventWorld.START.plusSeconds(3_600),
                Map.of(Mode.IN_PERSON, 6, Mode.ONLINE, 2),
                kept)));
        for (int step = 1; step <= STEPS; step++) {
            if (step == STEPS / 2) {
                agencies.merge(slugs.get(3), slugs.get(0), Reader.portal());
                agencies.merge(slugs.get(1), slugs.get(4), Reader.portal());
                people.replaceAll(person -> world.somebody.again(person.personId()));
                kept = new Allocation[] {
                    new Allocation(slugs.get(0), Mode.IN_PERSON, 2, 4, null),
                    new Allocation(slugs.get(4), Mode.IN_PERSON, 1, null, null)
                };
            }
            step(event, kept);
            if (step % BATCH == 0) {
                inTime.catchUp();
                assertThat(world.wrongCounters(event)).as("after step %d", step).isEmpty();
                assertThat(withheld(event))
                        .as("withheld after step %d, with %s", step, figures(event))
                        .isEmpty();
            }
        }
        assertThat(overtaken(event)).isEmpty();
        assertThat(done.keySet())
                .as("what has happened: %s", done)
                .contains("book", "cancel", "accept", "decline", "lapse", "hand over", "change mode", "resize");
    }

    private void step(UUID event, Allocation[] kept) {
        Reader who = people.get(random.nextInt(people.size()));
        List<Map<String, Object>> theirs = world.jdbc
                .sql("""
                        SELECT p.id, p.state, b.id AS booking, o.mode FROM event_place p
                          JOIN event_booking b ON b.id = p.booking_id JOIN event_pool o ON o.id = p.pool_id
                         WHERE b.event_id = ? AND b.person_id = ? AND p.live = 1 ORDER BY p.ticket, p.id
                        """)
                .params(List.of(event.toString(), who.personId().toString()))
                .query()
                .listOfRows();
        if (random.nextInt(12) == 0) {
            attempt(
                    "resize",
                    () -> world.resize(
                            event,
                            Map.of(Mode.IN_PERSON, 4 + random.nextInt(7), Mode.ONLINE, 1 + random.nextInt(4)),
                            kept));
            return;
        }
        if (theirs.isEmpty()) {
            Mode mode = MODES[random.nextInt(2)];
            boolean automatic = random.nextInt(5) == 0;
            attempt(
                    "book",
                    () -> world.bookings.book(
                            event, new BookingWish(mode, java.util.Set.of(), "", "", automatic), who));
            return;
        }
        Map<String, Object> one = theirs.get(random.nextInt(theirs.size()));
        UUID place = UUID.fromString(one.get("id").toString());
        UUID booking = UUID.fromString(one.get("booking").toString());
        if (one.get("state").equals("OFFERED")) {
            switch (random.nextInt(4)) {
                case 0 -> attempt("decline", () -> world.places.decline(place, who));
                case 1 ->
                    attempt("lapse", () -> {
                        world.lapses(place, Instant.now().minusSeconds(1));
                        inTime.catchUp();
                    });
                default -> attempt("accept", () -> world.places.accept(place, who));
            }
            return;
        }
        switch (random.nextInt(5)) {
            case 0, 1 -> attempt("cancel", () -> world.places.cancel(booking, who));
            case 2 -> {
                Reader to = people.get(random.nextInt(people.size()));
                attempt(
                        "hand over",
                        () -> world.places.giveTo(booking, new Attendee(world.email(to), "Somebody", null), who));
            }
            case 3 -> attempt("cancel one", () -> world.places.cancelPlace(place, who));
            default ->
                attempt(
                        "change mode",
                        () -> world.places.changeMode(
                                place, one.get("mode").equals("ONLINE") ? Mode.IN_PERSON : Mode.ONLINE, who));
        }
    }

    /** What the rules refuse is refused; everything else is a mistake. */
    private void attempt(String what, Runnable step) {
        try {
            step.run();
            done.merge(what, 1, Integer::sum);
        } catch (InvalidEvent | InvalidEntry | AlreadyBooked | BookingClosed refused) {
            done.merge(what + " refused", 1, Integer::sum);
        }
    }

    /** Who waits although a place is free that is neither kept for another agency nor above their own agency’s maximum. */
    private List<Line> withheld(UUID event) {
        List<Line> found = new ArrayList<>();
        Map<String, Limits> pools = limits(event);
        for (Line line : lines(event)) {
            Limits pool = pools.get(line.mode());
            if (!line.state().equals("WAITING") || pool.taken() >= pool.capacity()) {
                continue;
            }
            int[] own = pool.kept().getOrDefault(line.agency(), new int[] {0, Integer.MAX_VALUE, 0});
            int others = 0;
            for (Map.Entry<String, int[]> kept : pool.kept().entrySet()) {
                if (!kept.getKey().equals(line.agency())) {
                    others += Math.max(0, kept.getValue()[0] - kept.getValue()[2]);
                }
            }
            boolean owed = own[2] < own[0];
            boolean enoughForAll = pool.capacity() - pool.taken() > others;
            if (own[2] < own[1] && (owed || enoughForAll)) {
                found.add(line);
            }
        }
        return found;
    }

    /** What a failure is read by. */
    private List<Map<String, Object>> figures(UUID event) {
        return world.jdbc.sql("""
                        SELECT o.mode, o.capacity, o.taken, a.agency, a.minimum, a.maximum, a.release_at,
                               (SELECT GROUP_CONCAT(CONCAT(p.agency, ' ', p.state, ' ', COALESCE(p.ticket, '-')) SEPARATOR ', ')
                                  FROM event_place p WHERE p.pool_id = o.id AND p.live = 1) AS places
                          FROM event_pool o JOIN event_session s ON s.id = o.session_id
                          LEFT JOIN event_allocation a ON a.pool_id = o.id WHERE s.event_id = ?
                        """).param(event.toString()).query().listOfRows();
    }

    /** Offers and automatic places that came while somebody waited longer, without a reason that says why. */
    private List<String> overtaken(UUID event) {
        return world.jdbc.sql("""
                        SELECT CONCAT(t.id, ' ', COALESCE(t.reason, 'no reason')) FROM event_place_step t
                          JOIN event_place p ON p.id = t.place_id JOIN event_booking b ON b.id = p.booking_id
                         WHERE b.event_id = ? AND t.from_state = 'WAITING' AND t.to_state IN ('OFFERED', 'CONFIRMED')
                           AND (t.reason IS NULL OR t.reason = 'Longest waiting' AND EXISTS (SELECT 1 FROM event_place w
                               WHERE w.pool_id = p.pool_id AND w.ticket < p.ticket AND (
                                SELECT s.to_state FROM event_place_step s WHERE s.place_id = w.id AND s.id < t.id
                                 ORDER BY s.id DESC LIMIT 1) = 'WAITING'))
                        """).param(event.toString()).query(String.class).list();
    }

    private List<Line> lines(UUID event) {
        return world.jdbc
                .sql("""
                        SELECT p.id, o.mode, p.agency, p.state, p.ticket FROM event_place p
                          JOIN event_pool o ON o.id = p.pool_id JOIN event_session s ON s.id = p.session_id
                         WHERE s.event_id = ? AND p.live = 1
                        """)
                .param(event.toString())
                .query((row, number) -> new Line(
                        Sql.id(row, "id"),
                        row.getString("mode"),
                        row.getString("agency"),
                        row.getString("state"),
                        row.getLong("ticket")))
                .list();
    }

    private Map<String, Limits> limits(UUID event) {
        List<Line> lines = lines(event);
        Map<String, Limits> limits = new HashMap<>();
        world.jdbc.sql("""
                        SELECT o.mode, o.capacity, a.agency, a.minimum, a.maximum FROM event_pool o
                          JOIN event_session s ON s.id = o.session_id LEFT JOIN event_allocation a ON a.pool_id = o.id
                         WHERE s.event_id = ?
                        """).param(event.toString()).query(row -> {
            String mode = row.getString("mode");
            int capacity = row.getInt("capacity");
            Limits pool = limits.computeIfAbsent(
                    mode, any -> new Limits(capacity, holding(lines, mode, null), new HashMap<>()));
            String agency = row.getString("agency");
            if (agency != null) {
                int maximum = row.getInt("maximum");
                pool.kept().put(agency, new int[] {
                    row.getInt("minimum"),
                    row.getObject("maximum") == null ? Integer.MAX_VALUE : maximum,
                    holding(lines, mode, agency)
                });
            }
        });
        return limits;
    }

    private static int holding(List<Line> lines, String mode, @org.jspecify.annotations.Nullable String agency) {
        return (int) lines.stream()
                .filter(line -> line.mode().equals(mode) && !line.state().equals("WAITING"))
                .filter(line -> agency == null || line.agency().equals(agency))
                .count();
    }
}
