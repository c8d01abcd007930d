package org.safercommunities.portal.events;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who came: ticked on a list, or taken from the table that the online meeting gives. */
@Service
public class Attendance {

    static final String CAME = "CAME";
    private static final String MISSED = "MISSED";

    private final JdbcClient jdbc;
    private final WhoMaySeeEvent whoMaySee;
    private final ApplicationEventPublisher messages;

    Attendance(JdbcClient jdbc, WhoMaySeeEvent whoMaySee, ApplicationEventPublisher messages) {
        this.jdbc = jdbc;
        this.whoMaySee = whoMaySee;
        this.messages = messages;
    }

    /**
     * What came of a table.
     *
     * @param found names of those who are noted as having come, in the order of the table
     * @param open lines that could not be read, or whose person is not booked, with what they say and why
     */
    public record Imported(List<String> found, List<AttendanceTable.Open> open) {}

    private record Booked(UUID place, String name, String email) {}

    /** Notes that somebody came or did not; null takes back what was noted. */
    @Transactional
    public void note(UUID place, @Nullable Boolean came, Reader by) {
        UUID event = jdbc.sql("""
                        SELECT b.event_id FROM event_place p JOIN event_booking b ON b.id = p.booking_id
                         WHERE p.id = ? AND p.state = 'CONFIRMED'
                        """)
                .param(place.toString())
                .query((row, number) -> Sql.id(row, "event_id"))
                .optional()
                .orElseThrow(() -> new UnknownEvent(place));
        whoMaySee.unlessRuns(by, event);
        jdbc.sql("UPDATE event_place SET attendance = ? WHERE id = ?")
                .param(came == null ? null : came ? CAME : MISSED)
                .param(place.toString())
                .update();
        tell(event, Map.of("place", place.toString(), "came", came == null ? "unknown" : came ? "yes" : "no"), by);
    }

    /** Everybody of the session of whom nobody has said so did not come. Returns how many. */
    @Transactional
    public int restMissed(UUID event, UUID session, Reader by) {
        whoMaySee.unlessRuns(by, event);
        int noted =
                jdbc.sql("""
                        UPDATE event_place p JOIN event_session s ON s.id = p.session_id SET p.attendance = 'MISSED'
                         WHERE s.id = ? AND s.event_id = ? AND p.state = 'CONFIRMED' AND p.attendance IS NULL
                        """).param(session.toString()).param(event.toString()).update();
        tell(event, Map.of("session", session.toString(), "missed", String.valueOf(noted)), by);
        return noted;
    }

    /**
     * Notes those who stand in the meeting's table: found by their address, else by their name when only one is called so.
     * Nobody is noted as missing.
     *
     * @throws InvalidEvent when it is no such table
     */
    @Transactional
    public Imported importTable(UUID event, UUID session, byte[] table, Reader by) {
        whoMaySee.unlessRuns(by, event);
        AttendanceTable read = AttendanceTable.read(table);
        List<Booked> booked = jdbc.sql("""
                        SELECT p.id, n.name, n.email FROM event_place p JOIN event_session s ON s.id = p.session_id
                          JOIN event_booking b ON b.id = p.booking_id JOIN person n ON n.id = b.person_id
                         WHERE s.id = ? AND s.event_id = ? AND p.state = 'CONFIRMED' ORDER BY n.name, n.email
                        """)
                .param(session.toString())
                .param(event.toString())
                .query((row, number) -> new Booked(Sql.id(row, "id"), row.getString("name"), row.getString("email")))
                .list();
        Map<UUID, String> came = new LinkedHashMap<>();
        List<AttendanceTable.Open> open = new ArrayList<>(read.open());
        for (AttendanceTable.Line line : read.lines()) {
            List<Booked> same = match(line, booked);
            if (same.size() == 1) {
                Booked person = same.getFirst();
                came.put(person.place(), person.name().isEmpty() ? person.email() : person.name());
            } else {
                open.add(new AttendanceTable.Open(
                        line.number(),
                        line.inWords(),
                        same.isEmpty()
                                ? "Nobody with a place at this session has this address or name"
                                : "%d people with a place are called so. Tick who it was".formatted(same.size())));
            }
        }
        Set<UUID> places = new LinkedHashSet<>(came.keySet());
        if (!places.isEmpty()) {
            jdbc.sql("UPDATE event_place SET attendance = 'CAME' WHERE id IN (:places)")
                    .param("places", places.stream().map(UUID::toString).toList())
                    .update();
        }
        open.sort(java.util.Comparator.comparingInt(AttendanceTable.Open::number));
        tell(
                event,
                Map.of(
                        "session",
                        session.toString(),
                        "found",
                        String.valueOf(came.size()),
                        "open",
                        String.valueOf(open.size())),
                by);
        return new Imported(List.copyOf(came.values()), List.copyOf(open));
    }

    private static List<Booked> match(AttendanceTable.Line line, List<Booked> booked) {
        List<Booked> byAddress = booked.stream()
                .filter(each -> !line.email().isEmpty() && each.email().equalsIgnoreCase(line.email()))
                .toList();
        if (!byAddress.isEmpty()) {
            return byAddress;
        }
        String name = AttendanceTable.comparable(line.name());
        return name.isEmpty()
                ? List.of()
                : booked.stream()
                        .filter(each -> AttendanceTable.comparable(each.name()).equals(name))
                        .toList();
    }

    private void tell(UUID event, Map<String, String> details, Reader by) {
        messages.publishEvent(new EventMessage(event, "attendance-noted", details, by.actor()));
    }
}
