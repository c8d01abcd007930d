package org.safercommunities.portal.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
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

/** Reads plans back for those who run the event, with the joining link and what is kept for agencies. */
@Service
public class EventPlans {

    private final EventRecords events;
    private final SessionRecords sessions;
    private final WhoMaySeeEvent whoMaySee;
    private final JdbcClient jdbc;

    EventPlans(EventRecords events, SessionRecords sessions, WhoMaySeeEvent whoMaySee, JdbcClient jdbc) {
        this.events = events;
        this.sessions = sessions;
        this.whoMaySee = whoMaySee;
        this.jdbc = jdbc;
    }

    /** What a session's places are planned to be. */
    private record Planned(Map<Mode, Integer> capacity, List<Allocation> allocations) {
        Planned() {
            this(new EnumMap<>(Mode.class), new ArrayList<>());
        }
    }

    /** Empty when there is no such event, and when it is not this person's to run: nobody can tell which. */
    @Transactional(readOnly = true)
    public Optional<EventPlan> plan(UUID id, Reader by) {
        if (!whoMaySee.runs(by, id)) {
            return Optional.empty();
        }
        Map<UUID, Planned> places = places(id);
        return events.findById(id)
                .map(event -> plan(
                        event,
                        sessions.ofEvent(id).stream()
                                .map(session -> plan(session, places.getOrDefault(session.id(), new Planned())))
                                .toList()));
    }

    private static EventPlan plan(Event event, List<SessionPlan> sessions) {
        EventRules rules = event.rules();
        return new EventPlan(
                event.title(),
                event.kind(),
                event.description(),
                event.topics(),
                event.audience(),
                rules.opens(),
                rules.closes(),
                rules.cancelUntil(),
                rules.approval(),
                rules.offerHours(),
                rules.reminderDays(),
                rules.asksDietary(),
                rules.asksAccess(),
                sessions);
    }

    private static SessionPlan plan(EventSession session, Planned planned) {
        return new SessionPlan(
                session.id(),
                session.title(),
                session.description(),
                session.startAt(),
                session.endAt(),
                session.venue(),
                session.joiningLink(),
                session.joinOpensMinutes(),
                planned.capacity(),
                planned.allocations(),
                session.talks());
    }

    private Map<UUID, Planned> places(UUID event) {
        Map<UUID, Planned> places = new HashMap<>();
        jdbc.sql("""
                        SELECT s.id AS session, o.mode, o.capacity, a.agency, a.minimum, a.maximum, a.release_at
                          FROM event_session s JOIN event_pool o ON o.session_id = s.id AND o.capacity > 0
                          LEFT JOIN event_allocation a ON a.pool_id = o.id
                         WHERE s.event_id = ? AND s.removed_at IS NULL ORDER BY o.mode, a.agency
                        """).param(event.toString()).query(row -> {
            Planned planned = places.computeIfAbsent(Sql.id(row, "session"), any -> new Planned());
            Mode mode = Mode.valueOf(row.getString("mode"));
            planned.capacity().put(mode, row.getInt("capacity"));
            if (row.getString("agency") != null) {
                planned.allocations().add(allocation(row, mode));
            }
        });
        return places;
    }

    private static Allocation allocation(ResultSet row, Mode mode) throws SQLException {
        int most = row.getInt("maximum");
        @Nullable Integer maximum = row.wasNull() ? null : most;
        return new Allocation(
                row.getString("agency"), mode, row.getInt("minimum"), maximum, Sql.instant(row, "release_at"));
    }
}
