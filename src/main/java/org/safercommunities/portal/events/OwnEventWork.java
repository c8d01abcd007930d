package org.safercommunities.portal.events;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.shared.PersonalData;
import org.safercommunities.portal.shared.privacy.CopyRows;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody did for events, and which were meant for them by name, for their own copy. */
@Component
@Order(310)
class OwnEventWork implements PersonalData {

    private final JdbcClient jdbc;

    OwnEventWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "eventWork";
    }

    @Override
    public String inWords() {
        return "The events you wrote, the places you booked or changed for others, and the events that were meant for you by name.";
    }

    @Override
    public Object of(UUID personId) {
        Map<String, Object> held = new LinkedHashMap<>();
        held.put("written", CopyRows.of(jdbc, """
                        SELECT id AS event, title, created_at AS created FROM event WHERE created_by = :person ORDER BY created_at, id
                        """, personId));
        held.put("bookedForOthers", CopyRows.of(jdbc, """
                        SELECT b.id AS booking, b.event_id AS event, b.booked_at AS booked FROM event_booking b
                         WHERE b.booked_by = :person AND b.person_id <> :person ORDER BY b.booked_at, b.id
                        """, personId));
        held.put("changedForOthers", CopyRows.of(jdbc, """
                        SELECT t.booking_id AS booking, t.to_state AS state, t.at FROM event_place_step t
                         WHERE t.actor = :person ORDER BY t.id
                        """, personId));
        held.put("meantForYou", CopyRows.of(jdbc, """
                        SELECT a.event_id AS event, e.title, a.token AS meant FROM event_audience a JOIN event e ON e.id = a.event_id
                         WHERE a.token = :key ORDER BY e.created_at, e.id
                        """, personId));
        return held;
    }
}
