package org.safercommunities.portal.events;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only way in which a place changes. Each step is three things in one transaction: the place, the counter of its pool, and
 * a line in the log from which the counter can be worked out again. The caller holds the pool.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class PlaceSteps {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    PlaceSteps(JdbcClient jdbc, ApplicationEventPublisher messages, Clock clock) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    Optional<Place> find(UUID id) {
        return jdbc.sql(Place.SELECT + "p.id = ?")
                .param(id.toString())
                .query(Place::of)
                .optional();
    }

    List<Place> liveOf(UUID booking) {
        return jdbc.sql(Place.SELECT + "p.booking_id = ? AND p.live = 1 ORDER BY p.pool_id")
                .param(booking.toString())
                .query(Place::of)
                .list();
    }

    List<Place> liveOfSession(UUID session) {
        return jdbc.sql(Place.SELECT + "p.session_id = ? AND p.live = 1 ORDER BY p.id")
                .param(session.toString())
                .query(Place::of)
                .list();
    }

    List<Place> liveOfPool(long pool) {
        return jdbc.sql(Place.SELECT + "p.pool_id = ? AND p.live = 1 ORDER BY p.ticket, p.id")
                .param(pool)
                .query(Place::of)
                .list();
    }

    /** A new place, or a turn at the end of the waiting list, or in the turn of {@code ticket} when there is one. */
    Place add(NewPlace wanted, @Nullable String reason, @Nullable UUID actor) {
        NewPlace.Booked booked = wanted.booked();
        Pool pool = wanted.pool();
        Long ticket = wanted.ticket();
        if (wanted.state() == PlaceState.WAITING && ticket == null) {
            ticket = nextTicket(pool);
        }
        Place place = new Place(
                UUID.randomUUID(),
                booked.id(),
                booked.event(),
                pool.session(),
                pool.id(),
                booked.person(),
                booked.agency(),
                wanted.state(),
                booked.automatic(),
                ticket,
                wanted.replaces(),
                null);
        Instant now = clock.instant();
        jdbc.sql("""
                INSERT INTO event_place (id, booking_id, session_id, pool_id, agency, state, ticket, replaces, reason, changed_at)
                VALUES (:id, :booking, :session, :pool, :agency, :state, :ticket, :replaces, :reason, :now)
                """)
                .param("id", place.id().toString())
                .param("booking", place.booking().toString())
                .param("session", place.session().toString())
                .param("pool", place.pool())
                .param("agency", place.agency())
                .param("state", place.state().name())
                .param("ticket", ticket)
                .param("replaces", Sql.textOrNull(place.replaces()))
                .param("reason", reason)
                .param("now", Sql.utc(now))
                .update();
        count(place.pool(), place.state().holdsPlace() ? 1 : 0);
        log(place, null, place.state(), reason, actor, now);
        return place;
    }

    private long nextTicket(Pool pool) {
        jdbc.sql("UPDATE event_pool SET next_ticket = next_ticket + 1 WHERE id = ?")
                .param(pool.id())
                .update();
        return jdbc.sql("SELECT next_ticket FROM event_pool WHERE id = ?")
                .param(pool.id())
                .query(Long.class)
                .single();
    }

    /** @param lapsesAt for an offer: until when it stands */
    void move(Place place, PlaceState to, @Nullable Instant lapsesAt, @Nullable String reason, @Nullable UUID actor) {
        Instant now = clock.instant();
        int moved = jdbc.sql("""
                UPDATE event_place SET state = :to, reason = :reason, changed_at = :now, lapses_at = :lapses,
                       offered_at = IF(:to = 'OFFERED', :now, offered_at)
                 WHERE id = :id AND state = :from
                """)
                .param("to", to.name())
                .param("reason", reason)
                .param("now", Sql.utc(now))
                .param("lapses", Sql.utcOrNull(lapsesAt))
                .param("id", place.id().toString())
                .param("from", place.state().name())
                .update();
        if (moved != 1) {
            throw new IllegalStateException(
                    "place %s was changed by somebody who did not hold its pool".formatted(place.id()));
        }
        count(place.pool(), (to.holdsPlace() ? 1 : 0) - (place.state().holdsPlace() ? 1 : 0));
        log(place, place.state(), to, reason, actor, now);
        if (!to.isLive()) {
            endBookingWithoutPlaces(place.booking(), now);
        }
    }

    private void count(long pool, int more) {
        if (more != 0) {
            jdbc.sql("UPDATE event_pool SET taken = taken + ? WHERE id = ?")
                    .param(more)
                    .param(pool)
                    .update();
        }
    }

    private void endBookingWithoutPlaces(UUID booking, Instant now) {
        // Two who end the last two places in different pools at once must not each think that the other one lives
        jdbc.sql("SELECT id FROM event_booking WHERE id = ? FOR UPDATE")
                .param(booking.toString())
                .query((row, number) -> Sql.id(row, "id"))
                .single();
        jdbc.sql("""
                UPDATE event_booking SET ended_at = ? WHERE id = ? AND ended_at IS NULL
                   AND NOT EXISTS (SELECT 1 FROM event_place p WHERE p.booking_id = event_booking.id AND p.live = 1)
                """).param(Sql.utc(now)).param(booking.toString()).update();
    }

    private void log(
            Place place,
            @Nullable PlaceState from,
            PlaceState to,
            @Nullable String reason,
            @Nullable UUID actor,
            Instant now) {
        jdbc.sql("""
                INSERT INTO event_place_step (place_id, pool_id, booking_id, agency, from_state, to_state, reason, actor, at)
                VALUES (:place, :pool, :booking, :agency, :from, :to, :reason, :actor, :now)
                """)
                .param("place", place.id().toString())
                .param("pool", place.pool())
                .param("booking", place.booking().toString())
                .param("agency", place.agency())
                .param("from", from == null ? null : from.name())
                .param("to", to.name())
                .param("reason", reason)
                .param("actor", Sql.textOrNull(actor))
                .param("now", Sql.utc(now))
                .update();
        messages.publishEvent(
                new PlaceChanged(place.id(), place.event(), place.person(), place.agency(), from, to, reason, actor));
    }
}
