package org.safercommunities.portal.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody has booked and waits for, in one statement. */
@Service
public class OwnBookings {

    private static final String SELECT = """
            SELECT b.id AS booking, b.booked_at, b.automatic, e.id AS event, e.title, e.kind, e.state AS event_state,
                   e.registration_closes, e.cancel_until, p.id AS place, p.state, p.lapses_at, p.reason, p.replaces, s.id AS session,
                   s.title AS session_title, s.start_at, s.end_at, s.venue_name, s.venue_address, s.venue_map, s.venue_access,
                   s.joining_link <> '' AS has_link, s.join_opens_minutes, o.mode,
                   IF(p.state = 'WAITING', (SELECT COUNT(*) + 1 FROM event_place w
                        WHERE w.pool_id = p.pool_id AND w.state = 'WAITING' AND w.ticket < p.ticket), NULL) AS position
              FROM event_booking b JOIN event e ON e.id = b.event_id JOIN event_place p ON p.booking_id = b.id
              JOIN event_session s ON s.id = p.session_id JOIN event_pool o ON o.id = p.pool_id
             WHERE b.person_id = :me AND p.live = 1\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    OwnBookings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Bookings of events that are not over, by their start. */
    @Transactional(readOnly = true)
    public List<OwnBooking> upcoming(Reader by) {
        return read(
                "AND e.ends_at > :now ORDER BY s.start_at",
                Map.of("me", by.personId().toString(), "now", Sql.utc(clock.instant())));
    }

    /** Bookings of events that are over, the latest first. */
    @Transactional(readOnly = true)
    public List<OwnBooking> past(int limit, Reader by) {
        return read(
                        "AND e.ends_at <= :now AND e.ends_at > :since ORDER BY s.start_at",
                        Map.of(
                                "me", by.personId().toString(),
                                "now", Sql.utc(clock.instant()),
                                "since", Sql.utc(clock.instant().minus(Duration.ofDays(5 * 366)))))
                .stream()
                .sorted(Comparator.comparing(OwnBooking::start).reversed())
                .limit(limit)
                .toList();
    }

    /** The booking of one event. */
    @Transactional(readOnly = true)
    public Optional<OwnBooking> of(UUID event, Reader by) {
        return read(
                        "AND e.id = :event ORDER BY s.start_at",
                        Map.of("me", by.personId().toString(), "event", event.toString()))
                .stream()
                .findFirst();
    }

    private List<OwnBooking> read(String condition, Map<String, Object> parameters) {
        Map<UUID, OwnBooking> bookings = new LinkedHashMap<>();
        jdbc.sql(SELECT + condition).params(parameters).query(row -> {
            UUID id = Sql.id(row, "booking");
            bookings.computeIfAbsent(id, any -> booking(id, row)).places().add(place(row));
        });
        return List.copyOf(bookings.values());
    }

    private static OwnBooking booking(UUID id, ResultSet row) {
        try {
            return new OwnBooking(
                    id,
                    Sql.id(row, "event"),
                    row.getString("title"),
                    EventKind.valueOf(row.getString("kind")),
                    EventState.valueOf(row.getString("event_state")),
                    Sql.moment(row, "booked_at"),
                    row.getBoolean("automatic"),
                    new ArrayList<>());
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static OwnPlace place(ResultSet row) throws SQLException {
        Instant start = Sql.moment(row, "start_at");
        Mode mode = Mode.valueOf(row.getString("mode"));
        PlaceState state = PlaceState.valueOf(row.getString("state"));
        @Nullable Instant until = Sql.instant(row, "cancel_until");
        boolean joins = state == PlaceState.CONFIRMED && mode == Mode.ONLINE && row.getBoolean("has_link");
        int position = row.getInt("position");
        boolean waiting = !row.wasNull();
        return new OwnPlace(
                Sql.id(row, "place"),
                Sql.id(row, "session"),
                row.getString("session_title"),
                start,
                Sql.moment(row, "end_at"),
                new Venue(
                        row.getString("venue_name"),
                        row.getString("venue_address"),
                        row.getString("venue_map"),
                        row.getString("venue_access")),
                mode,
                state,
                waiting ? position : null,
                Sql.instant(row, "lapses_at"),
                row.getString("reason"),
                until != null && until.isBefore(start) ? until : start,
                joins ? start.minus(Duration.ofMinutes(row.getInt("join_opens_minutes"))) : null,
                Sql.idOrNull(row, "replaces"));
    }
}
