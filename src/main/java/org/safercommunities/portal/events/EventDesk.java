package org.safercommunities.portal.events;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.audit.AccessTrail;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.shared.Csv;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What those who run an event see of it: each call a constant number of statements, however many people there are. */
@Service
public class EventDesk {

    private static final DateTimeFormatter TABLE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    static final String PEOPLE = """
            SELECT p.id AS place, b.id AS booking, b.person_id, COALESCE(NULLIF(n.name, ''), n.email) AS name, n.email, p.agency,
                   a.name AS agency_name, s.id AS session, s.title AS session_title, o.mode, p.state, b.booked_at, p.changed_at,
                   p.reason, p.attendance,
                   IF(p.state = 'WAITING', ROW_NUMBER() OVER (PARTITION BY p.pool_id, p.state ORDER BY p.ticket), NULL) AS position
              FROM event_booking b JOIN event_place p ON p.booking_id = b.id JOIN event_session s ON s.id = p.session_id
              JOIN event_pool o ON o.id = p.pool_id JOIN person n ON n.id = b.person_id JOIN agency a ON a.slug = p.agency
             WHERE b.event_id = :event
            """;

    private final JdbcClient jdbc;
    private final WhoMaySeeEvent whoMaySee;
    private final DeskTallies tallies;
    private final AccessTrail trail;

    EventDesk(JdbcClient jdbc, WhoMaySeeEvent whoMaySee, DeskTallies tallies, AccessTrail trail) {
        this.trail = trail;
        this.jdbc = jdbc;
        this.whoMaySee = whoMaySee;
        this.tallies = tallies;
    }

    /** How the places stand. */
    @Transactional(readOnly = true)
    public DeskTally tally(UUID event, Reader by) {
        whoMaySee.unlessRuns(by, event);
        return tallies.of(event);
    }

    /** Everybody whose place or turn lives, by name. */
    @Transactional(readOnly = true)
    public List<DeskPerson> people(UUID event, Reader by) {
        whoMaySee.unlessRuns(by, event);
        return jdbc.sql(PEOPLE + " AND p.live = 1 ORDER BY name, n.email, s.position")
                .param("event", event.toString())
                .query(EventDesk::person)
                .list();
    }

    /** What those who are coming cannot eat and need to take part. Nobody else is told. */
    @Transactional(readOnly = true)
    public List<DeskNeed> needs(UUID event, Reader by) {
        whoMaySee.unlessRuns(by, event);
        return jdbc.sql("""
                        SELECT COALESCE(NULLIF(n.name, ''), n.email) AS name, a.name AS agency_name, d.dietary, d.access,
                               GROUP_CONCAT(CONCAT_WS(', ', NULLIF(s.title, ''), IF(o.mode = 'ONLINE', 'online', 'in the room'))
                                   ORDER BY s.position SEPARATOR '; ') AS sessions
                          FROM event_need d JOIN event_booking b ON b.id = d.booking_id AND b.ended_at IS NULL
                          JOIN event_place p ON p.booking_id = b.id AND p.state IN ('CONFIRMED', 'OFFERED', 'AWAITING_APPROVAL')
                          JOIN event_session s ON s.id = p.session_id JOIN event_pool o ON o.id = p.pool_id
                          JOIN person n ON n.id = b.person_id JOIN agency a ON a.slug = b.agency
                         WHERE b.event_id = ? GROUP BY b.id ORDER BY name
                        """)
                .param(event.toString())
                .query((row, number) -> new DeskNeed(
                        row.getString("name"),
                        row.getString("agency_name"),
                        row.getString("sessions"),
                        row.getString("dietary"),
                        row.getString("access")))
                .list();
    }

    /** Writes all people there are and were as a table; what they need is not in it. */
    @Transactional(readOnly = true)
    public void export(UUID event, Appendable out, Reader by) throws IOException {
        whoMaySee.unlessRuns(by, event);
        trail.taken(new AuditNote(by.actor(), "events.people-exported", "event:" + event));
        Csv csv = new Csv(out)
                .row(
                        "Name",
                        "E-mail",
                        "Agency",
                        "Session",
                        "Taking part",
                        "State",
                        "Booked",
                        "Since",
                        "Reason",
                        "Came");
        List<DeskPerson> people = jdbc.sql(PEOPLE + " ORDER BY name, n.email, s.position, b.booked_at")
                .param("event", event.toString())
                .query(EventDesk::person)
                .list();
        for (DeskPerson each : people) {
            csv.row(
                    each.name(),
                    each.email(),
                    each.agencyName(),
                    each.sessionTitle(),
                    each.mode().label(),
                    StateWords.of(each.state()),
                    TABLE.format(KentTime.onTheWall(each.booked())),
                    TABLE.format(KentTime.onTheWall(each.since())),
                    each.reason() == null ? "" : each.reason(),
                    each.came() == null ? "" : each.came() ? "yes" : "no");
        }
    }

    static DeskPerson person(ResultSet row, int number) throws SQLException {
        String attendance = row.getString("attendance");
        int turn = row.getInt("position");
        boolean waits = !row.wasNull();
        return new DeskPerson(
                Sql.id(row, "place"),
                Sql.id(row, "booking"),
                Sql.id(row, "person_id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("agency"),
                row.getString("agency_name"),
                Sql.id(row, "session"),
                row.getString("session_title"),
                Mode.valueOf(row.getString("mode")),
                PlaceState.valueOf(row.getString("state")),
                Sql.moment(row, "booked_at"),
                Sql.moment(row, "changed_at"),
                row.getString("reason"),
                attendance == null ? null : attendance.equals(Attendance.CAME),
                waits ? turn : null);
    }
}
