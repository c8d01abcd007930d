package org.safercommunities.portal.events;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds places and holds the pools that a change of them needs, all at once and in order, and reads the places again then. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class HeldPlaces {

    private final JdbcClient jdbc;
    private final PlaceSteps steps;
    private final Pools pools;

    HeldPlaces(JdbcClient jdbc, PlaceSteps steps, Pools pools) {
        this.jdbc = jdbc;
        this.steps = steps;
        this.pools = pools;
    }

    /** The place as it is now that its pool is held, and the pool of the place that it replaces. */
    Place hold(UUID id) {
        Place seen = steps.find(id).orElseThrow(() -> new UnknownEvent(id));
        SortedSet<Long> wanted = new TreeSet<>();
        wanted.add(seen.pool());
        if (seen.replaces() != null) {
            steps.find(seen.replaces()).ifPresent(old -> wanted.add(old.pool()));
        }
        pools.holdByIds(wanted);
        return steps.find(id).orElseThrow();
    }

    /** Every place of a booking that lives, with all their pools. */
    List<Place> holdBooking(UUID booking) {
        SortedSet<Long> wanted = new TreeSet<>();
        steps.liveOf(booking).forEach(place -> wanted.add(place.pool()));
        pools.holdByIds(wanted);
        List<Place> places = steps.liveOf(booking);
        if (places.stream().anyMatch(place -> !wanted.contains(place.pool()))) {
            throw new CannotAcquireLockException("Another place was added to the booking before its pools were held");
        }
        return places;
    }

    /** The pool of the other way of taking part in the same session, held together with the place’s own. */
    Both holdWithOther(UUID id, Mode mode) {
        Place seen = steps.find(id).orElseThrow(() -> new UnknownEvent(id));
        Long other = jdbc.sql("SELECT id FROM event_pool WHERE session_id = ? AND mode = ? AND capacity > 0")
                .param(seen.session().toString())
                .param(mode.name())
                .query(Long.class)
                .optional()
                .orElseThrow(
                        () -> new InvalidEvent("mode", "This session cannot be attended %s".formatted(mode.inWords())));
        Map<Long, Pool> held = new HashMap<>();
        pools.holdByIds(new TreeSet<>(List.of(seen.pool(), other))).forEach(pool -> held.put(pool.id(), pool));
        return new Both(steps.find(id).orElseThrow(), Objects.requireNonNull(held.get(other)));
    }

    /** A place, and the pool it is to move to. */
    record Both(Place place, Pool other) {}
}
