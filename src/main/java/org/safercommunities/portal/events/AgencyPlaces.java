package org.safercommunities.portal.events;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who of a coordinator's own agency is booked, waits or awaits approval, for the events to come; one statement each. */
@Service
public class AgencyPlaces {

    private final JdbcClient jdbc;
    private final Clock clock;

    AgencyPlaces(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By event, those who await approval first. */
    @Transactional(readOnly = true)
    public List<AgencyPlace> upcoming(Reader by) {
        unlessCoordinates(by);
        return jdbc.sql("""
                        SELECT p.id, e.id AS event, e.title, s.title AS session_title, s.start_at, s.end_at, b.person_id,
                               COALESCE(NULLIF(n.name, ''), n.email) AS name, n.email, o.mode, p.state, p.lapses_at,
                               LEAST(COALESCE(e.cancel_until, s.start_at), s.start_at) AS cancel_until
                          FROM event_place p JOIN event_booking b ON b.id = p.booking_id JOIN event e ON e.id = b.event_id
                          JOIN event_session s ON s.id = p.session_id JOIN event_pool o ON o.id = p.pool_id
                          JOIN person n ON n.id = b.person_id
                         WHERE p.agency = :agency AND p.live = 1 AND s.end_at > :now AND e.state = 'PUBLISHED'
                         ORDER BY e.starts_at, e.id, p.state <> 'AWAITING_APPROVAL', s.position, name
                        """)
                .param("agency", by.agencyId())
                .param("now", Sql.utc(clock.instant()))
                .query((row, number) -> new AgencyPlace(
                        Sql.id(row, "id"),
                        Sql.id(row, "event"),
                        row.getString("title"),
                        row.getString("session_title"),
                        Sql.moment(row, "start_at"),
                        Sql.moment(row, "end_at"),
                        Sql.id(row, "person_id"),
                        row.getString("name"),
                        row.getString("email"),
                        Mode.valueOf(row.getString("mode")),
                        PlaceState.valueOf(row.getString("state")),
                        Sql.instant(row, "lapses_at"),
                        Sql.moment(row, "cancel_until")))
                .list();
    }

    /** How many bookings wait for this coordinator: their own is for somebody else to approve. */
    @Transactional(readOnly = true)
    public int toApprove(Reader by) {
        unlessCoordinates(by);
        Instant now = clock.instant();
        return jdbc.sql("""
                        SELECT COUNT(*) FROM event_place p JOIN event_booking b ON b.id = p.booking_id
                          JOIN event_session s ON s.id = p.session_id
                         WHERE p.state = 'AWAITING_APPROVAL' AND p.agency = ? AND b.person_id <> ? AND s.end_at > ?
                        """)
                .param(by.agencyId())
                .param(by.personId().toString())
                .param(Sql.utc(now))
                .query(Integer.class)
                .single();
    }

    private static void unlessCoordinates(Reader by) {
        if (!by.is(Role.COORDINATOR)) {
            throw new AccessDeniedException("Only coordinators look after their agency’s places");
        }
    }
}
