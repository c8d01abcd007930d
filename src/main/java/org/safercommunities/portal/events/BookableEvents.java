package org.safercommunities.portal.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the rules of places need to know of an event, in one statement, as it is committed at this moment. */
@Repository
class BookableEvents {

    private final JdbcClient jdbc;

    BookableEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Bookable> find(UUID event) {
        return read("e.id = ?", event.toString());
    }

    Bookable ofSession(UUID session) {
        return read("e.id = (SELECT own.event_id FROM event_session own WHERE own.id = ?)", session.toString())
                .orElseThrow(() -> new UnknownEvent(session));
    }

    /** Whether an offer can be taken now. Booking may close, or the session begin, earlier than was known when it was made. */
    boolean stands(Place offered, Instant now) {
        return offered.isOfferedAt(now)
                && find(offered.event())
                        .filter(event -> event.isGivenOut(offered.session(), now))
                        .isPresent();
    }

    private Optional<Bookable> read(String condition, String id) {
        List<Line> lines = jdbc.sql("""
                        SELECT e.id, e.state, e.registration_opens, e.registration_closes, e.cancel_until, e.approval, e.offer_hours,
                               e.reminder_days, e.asks_dietary, e.asks_access, e.starts_at, e.ends_at, s.id AS session, s.start_at, s.end_at
                          FROM event e LEFT JOIN event_session s ON s.event_id = e.id AND s.removed_at IS NULL
                         WHERE\s""" + condition + " ORDER BY s.position")
                .param(id)
                .query(BookableEvents::line)
                .list();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Map<UUID, Bookable.Hours> sessions = new LinkedHashMap<>();
        lines.forEach(line -> {
            if (line.session() != null) {
                sessions.put(line.session(), line.hours());
            }
        });
        Line first = lines.getFirst();
        return Optional.of(new Bookable(first.event(), first.state(), first.rules(), sessions));
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        Set<Integer> reminders = Arrays.stream(row.getString("reminder_days").split(" "))
                .filter(days -> !days.isEmpty())
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
        EventRules rules = new EventRules(
                Sql.instant(row, "registration_opens"),
                Sql.instant(row, "registration_closes"),
                Sql.instant(row, "cancel_until"),
                row.getBoolean("approval"),
                row.getInt("offer_hours"),
                reminders,
                row.getBoolean("asks_dietary"),
                row.getBoolean("asks_access"),
                Sql.moment(row, "starts_at"),
                Sql.moment(row, "ends_at"));
        UUID session = Sql.idOrNull(row, "session");
        return new Line(
                Sql.id(row, "id"),
                EventState.valueOf(row.getString("state")),
                rules,
                session,
                session == null
                        ? new Bookable.Hours(rules.startsAt(), rules.endsAt())
                        : new Bookable.Hours(Sql.moment(row, "start_at"), Sql.moment(row, "end_at")));
    }

    private record Line(
            UUID event,
            EventState state,
            EventRules rules,
            @org.jspecify.annotations.Nullable UUID session,
            Bookable.Hours hours) {}
}
