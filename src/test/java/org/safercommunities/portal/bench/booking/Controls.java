package org.safercommunities.portal.bench.booking;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The same rush decided without holding the pool: look whether a place is free, then book it. It must oversell. */
final class Controls {

    private static final int CAPACITY = 5;
    private static final int CROWD = 20;

    private final TwoPortals portals;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Controls(TwoPortals portals) {
        this.portals = portals;
        this.jdbc = portals.jdbc();
        this.transaction = new TransactionTemplate(portals.office().getBean(PlatformTransactionManager.class));
    }

    int oversoldOf(int runs) {
        int oversold = 0;
        for (int run = 0; run < runs; run++) {
            UUID event = portals.event(CAPACITY);
            List<Crowd.Somebody> people = portals.people(CROWD);
            try (ExecutorService threads = Executors.newFixedThreadPool(CROWD / 2)) {
                people.forEach(person ->
                        threads.submit(() -> transaction.executeWithoutResult(status -> book(event, person))));
            }
            oversold += confirmed(event) > CAPACITY ? 1 : 0;
        }
        return oversold;
    }

    private void book(UUID event, Crowd.Somebody person) {
        if (confirmed(event) >= CAPACITY) {
            return;
        }
        String booking = UUID.randomUUID().toString();
        jdbc.sql("""
                INSERT INTO event_booking (id, event_id, person_id, agency, booked_at, automatic)
                SELECT ?, ?, m.person_id, m.agency, UTC_TIMESTAMP(6), FALSE FROM membership m WHERE m.person_id = ?
                """)
                .params(List.of(booking, event.toString(), person.id().toString()))
                .update();
        jdbc.sql("""
                INSERT INTO event_place (id, booking_id, session_id, pool_id, agency, state, changed_at)
                SELECT UUID(), b.id, o.session_id, o.id, b.agency, 'CONFIRMED', UTC_TIMESTAMP(6) FROM event_booking b
                  JOIN event_session s ON s.event_id = b.event_id JOIN event_pool o ON o.session_id = s.id WHERE b.id = ?
                """).param(booking).update();
    }

    private int confirmed(UUID event) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM event_place p JOIN event_booking b ON b.id = p.booking_id
                         WHERE b.event_id = ? AND p.state = 'CONFIRMED'
                        """).param(event.toString()).query(Integer.class).single();
    }
}
