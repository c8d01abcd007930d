package org.safercommunities.portal.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationContext;

/**
 * What people and staff do to the places of one event, drawn at random: book, cancel, accept, decline, let lapse, hand over,
 * change the way of taking part, add and take away places. What the rules refuse is refused; everything else is a mistake.
 */
final class PlacesStorm {

    private static final Mode[] MODES = Mode.values();

    private final EventWorld world;
    private final PlacesInTime inTime;
    private final UUID event;
    private final List<UUID> people;
    private final Map<String, Integer> done = new ConcurrentHashMap<>();

    PlacesStorm(ApplicationContext portal, EventWorld world, UUID event, List<UUID> people) {
        this.world = world;
        this.inTime = portal.getBean(PlacesInTime.class);
        this.event = event;
        this.people = List.copyOf(people);
    }

    /** How often each thing was done, or refused. */
    Map<String, Integer> done() {
        return done;
    }

    /** One step; several threads may take theirs at once, each with a source of chance of its own. */
    void step(Random random) {
        Reader who = world.somebody.again(people.get(random.nextInt(people.size())));
        if (random.nextInt(12) == 0) {
            attempt(
                    "resize",
                    () -> world.resize(
                            event,
                            Map.of(Mode.IN_PERSON, 4 + random.nextInt(7), Mode.ONLINE, 1 + random.nextInt(4)),
                            world.kept(event)));
            return;
        }
        List<Map<String, Object>> theirs = theirs(who);
        if (theirs.isEmpty()) {
            Mode mode = MODES[random.nextInt(2)];
            boolean automatic = random.nextInt(5) == 0;
            attempt("book", () -> world.bookings.book(event, new BookingWish(mode, Set.of(), "", "", automatic), who));
            return;
        }
        Map<String, Object> one = theirs.get(random.nextInt(theirs.size()));
        UUID place = UUID.fromString(one.get("id").toString());
        if (one.get("state").equals("OFFERED")) {
            answer(place, who, random);
        } else {
            change(place, one, who, random);
        }
    }

    private void answer(UUID place, Reader who, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> attempt("decline", () -> world.places.decline(place, who));
            case 1 ->
                attempt("lapse", () -> {
                    world.lapses(place, Instant.now().minusSeconds(1));
                    inTime.catchUp();
                });
            default -> attempt("accept", () -> world.places.accept(place, who));
        }
    }

    private void change(UUID place, Map<String, Object> one, Reader who, Random random) {
        UUID booking = UUID.fromString(one.get("booking").toString());
        switch (random.nextInt(5)) {
            case 0, 1 -> attempt("cancel", () -> world.places.cancel(booking, who));
            case 2 -> {
                Reader to = world.somebody.again(people.get(random.nextInt(people.size())));
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

    private List<Map<String, Object>> theirs(Reader who) {
        return world.jdbc
                .sql("""
                        SELECT p.id, p.state, b.id AS booking, o.mode FROM event_place p
                          JOIN event_booking b ON b.id = p.booking_id JOIN event_pool o ON o.id = p.pool_id
                         WHERE b.event_id = ? AND b.person_id = ? AND p.live = 1 ORDER BY p.ticket, p.id
                        """)
                .params(List.of(event.toString(), who.personId().toString()))
                .query((row, number) -> Map.<String, Object>of(
                        "id",
                        Sql.id(row, "id"),
                        "state",
                        row.getString("state"),
                        "booking",
                        Sql.id(row, "booking"),
                        "mode",
                        row.getString("mode")))
                .list();
    }

    private void attempt(String what, Runnable step) {
        try {
            step.run();
            done.merge(what, 1, Integer::sum);
        } catch (InvalidEvent | InvalidEntry | AlreadyBooked | BookingClosed refused) {
            done.merge(what + " refused", 1, Integer::sum);
        }
    }
}
