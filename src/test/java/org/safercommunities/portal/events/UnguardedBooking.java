package org.safercommunities.portal.events;

import java.util.List;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a confirmed place without asking anybody: for the controls, which must oversell. */
final class UnguardedBooking {

    private final JdbcClient jdbc;

    UnguardedBooking(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(UUID event, UUID session, Reader who) {
        UUID booking = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO event_booking (id, event_id, person_id, agency, booked_at, automatic)
                VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6), FALSE)
                """)
                .params(List.of(
                        booking.toString(), event.toString(), who.personId().toString(), who.agencyId()))
                .update();
        jdbc.sql("""
                INSERT INTO event_place (id, booking_id, session_id, pool_id, agency, state, changed_at)
                SELECT UUID(), ?, o.session_id, o.id, ?, 'CONFIRMED', UTC_TIMESTAMP(6) FROM event_pool o WHERE o.session_id = ?
                """)
                .params(List.of(booking.toString(), who.agencyId(), session.toString()))
                .update();
    }
}
