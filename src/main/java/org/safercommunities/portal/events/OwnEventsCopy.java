package org.safercommunities.portal.events;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.safercommunities.portal.shared.PersonalData;
import org.safercommunities.portal.shared.Sql;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What events hold on a person, for their own copy. The secret of the calendar address stays out: whoever gets hold of the copy
 * could follow their calendar with it. Answers to surveys are not among it, for nobody can tell whose they are.
 */
@Component
@Order(300)
class OwnEventsCopy implements PersonalData {

    private static final String PLACES = """
            SELECT e.title AS event, s.title AS session, s.start_at AS starts, o.mode, p.state, p.ticket AS turn, p.reason,
                   p.attendance, p.lapses_at AS offerLapses, p.changed_at AS changed, b.id AS booking, b.agency,
                   b.booked_at AS booked, b.ended_at AS ended, b.automatic AS acceptsByItself,
                   COALESCE(b.booked_by = b.person_id, TRUE) AS bookedThemselves
              FROM event_booking b JOIN event e ON e.id = b.event_id JOIN event_place p ON p.booking_id = b.id
              JOIN event_session s ON s.id = p.session_id JOIN event_pool o ON o.id = p.pool_id
             WHERE b.person_id = ? ORDER BY b.booked_at, s.start_at, p.id
            """;

    private static final String STEPS = """
            SELECT t.booking_id AS booking, t.from_state AS stateBefore, t.to_state AS state, t.reason, t.at
              FROM event_place_step t JOIN event_booking b ON b.id = t.booking_id WHERE b.person_id = ? ORDER BY t.id
            """;

    private static final String NEEDS = """
            SELECT e.title AS event, n.dietary, n.access FROM event_need n JOIN event_booking b ON b.id = n.booking_id
              JOIN event e ON e.id = b.event_id WHERE b.person_id = ? ORDER BY b.booked_at
            """;

    private static final String CERTIFICATES = """
            SELECT e.title AS event, c.code, c.issued_at AS issued FROM event_certificate c JOIN event e ON e.id = c.event_id
             WHERE c.person_id = ? ORDER BY c.issued_at
            """;

    private static final String CALENDAR = """
            SELECT s.title AS session, i.session_id AS sessionId, i.sequence FROM event_invitation i JOIN event_session s ON s.id = i.session_id
             WHERE i.person_id = ? ORDER BY s.start_at
            """;

    private static final String REMINDERS = """
            SELECT e.title AS event, r.days AS daysBefore, r.sent_at AS sent FROM event_reminder r
              JOIN event_place p ON p.id = r.place_id JOIN event_booking b ON b.id = p.booking_id
              JOIN event e ON e.id = b.event_id WHERE b.person_id = ? ORDER BY r.sent_at
            """;

    private static final String FEED = "SELECT made_at AS made FROM event_feed WHERE person_id = ?";

    private final JdbcClient jdbc;

    OwnEventsCopy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "events";
    }

    @Override
    public String inWords() {
        return "Your places at events and every step of them, what you said you need there, your certificates, and what was put"
                + " into your calendar. What you need is deleted after the event.";
    }

    @Override
    public Object of(UUID personId) {
        return Map.of(
                "places", rows(PLACES, personId),
                "steps", rows(STEPS, personId),
                "needs", rows(NEEDS, personId),
                "certificates", rows(CERTIFICATES, personId),
                "calendarEntries", rows(CALENDAR, personId),
                "reminders", rows(REMINDERS, personId),
                "calendarAddresses", rows(FEED, personId));
    }

    private List<Map<String, String>> rows(String statement, UUID person) {
        return jdbc.sql(statement)
                .param(person.toString())
                .query((row, number) -> facts(row))
                .list();
    }

    private static Map<String, String> facts(ResultSet row) throws SQLException {
        Map<String, String> facts = new LinkedHashMap<>();
        ResultSetMetaData columns = row.getMetaData();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            String name = columns.getColumnLabel(column);
            String value = columns.getColumnType(column) == Types.TIMESTAMP
                    ? Objects.toString(Sql.instant(row, name), null)
                    : row.getString(column);
            if (value != null) {
                facts.put(name, value);
            }
        }
        return facts;
    }
}
