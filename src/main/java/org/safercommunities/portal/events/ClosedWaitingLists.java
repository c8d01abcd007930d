package org.safercommunities.portal.events;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends the turns of those who still wait when a session can no longer be booked, and tells them: nothing is offered to them
 * any more, and they can make other plans.
 */
@Component
class ClosedWaitingLists {

    static final String REASON = "Booking has closed, and no place has become free";
    static final String KEEPS_THE_OTHER =
            "Booking has closed. You keep the place that you have, for none has become free for the other way of taking part";

    private final JdbcClient jdbc;
    private final Turns turns;
    private final HeldPlaces heldPlaces;
    private final BookableEvents events;
    private final PlaceChanges changes;
    private final EventNotices notices;
    private final Clock clock;

    ClosedWaitingLists(
            JdbcClient jdbc,
            Turns turns,
            HeldPlaces heldPlaces,
            BookableEvents events,
            PlaceChanges changes,
            EventNotices notices,
            Clock clock) {
        this.jdbc = jdbc;
        this.turns = turns;
        this.heldPlaces = heldPlaces;
        this.events = events;
        this.changes = changes;
        this.notices = notices;
        this.clock = clock;
    }

    /** The turns that are over, those that have waited longest first. */
    List<UUID> turnsThatAreOver(int atOnce) {
        return jdbc.sql("""
                SELECT p.id FROM event_place p JOIN event_session s ON s.id = p.session_id JOIN event e ON e.id = s.event_id
                 WHERE p.state = 'WAITING' AND e.state = 'PUBLISHED' AND s.removed_at IS NULL
                   AND (s.start_at <= :now OR e.registration_closes <= :now)
                 ORDER BY p.pool_id, p.ticket LIMIT :most
                """)
                .param("now", Sql.utc(clock.instant()))
                .param("most", atOnce)
                .query((row, number) -> Sql.id(row, "id"))
                .list();
    }

    void end(UUID turn) {
        turns.run(() -> {
            Place held = heldPlaces.hold(turn);
            Bookable event = events.find(held.event()).orElseThrow();
            Bookable.Hours hours = event.sessions().get(held.session());
            Instant now = clock.instant();
            // Booking may have been prolonged meanwhile
            if (!held.is(PlaceState.WAITING)
                    || hours == null
                    || event.state() != EventState.PUBLISHED
                    || event.isGivenOut(held.session(), now)) {
                return;
            }
            String reason = held.replaces() == null ? REASON : KEEPS_THE_OTHER;
            changes.end(held, PlaceState.LAPSED, reason, null);
            // Nobody needs to be told of it once the session is over
            if (now.isBefore(hours.end())) {
                notices.note(NoticeKind.WAITING_LIST_CLOSED, held.event(), held.booking(), held.id(), null);
            }
        });
    }
}
