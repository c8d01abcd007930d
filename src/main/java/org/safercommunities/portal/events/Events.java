package org.safercommunities.portal.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads events, each time through {@link WhoMaySeeEvent}; a constant number of statements however many there are. */
@Service
public class Events {

    /**
     * Places still open to an agency in each pool: what is free, less what is kept for others, but at least what is kept for
     * it, and no more than its own maximum leaves. The same rule as {@link Pool#openTo}.
     */
    static final String OPEN = """
            GREATEST(0, LEAST(GREATEST(o.capacity - o.taken - COALESCE((
                SELECT SUM(GREATEST(0, a.minimum - (SELECT COUNT(*) FROM event_place h WHERE h.pool_id = a.pool_id
                           AND h.agency = a.agency AND h.state IN ('CONFIRMED', 'OFFERED', 'AWAITING_APPROVAL'))))
                  FROM event_allocation a WHERE a.pool_id = o.id AND a.agency <> :agency
                   AND (a.release_at IS NULL OR a.release_at > :now)), 0),
                LEAST(o.capacity - o.taken, COALESCE((
                SELECT GREATEST(0, a.minimum - (SELECT COUNT(*) FROM event_place h WHERE h.pool_id = a.pool_id
                           AND h.agency = a.agency AND h.state IN ('CONFIRMED', 'OFFERED', 'AWAITING_APPROVAL')))
                  FROM event_allocation a WHERE a.pool_id = o.id AND a.agency = :agency
                   AND (a.release_at IS NULL OR a.release_at > :now)), 0))),
                COALESCE((SELECT a.maximum - (SELECT COUNT(*) FROM event_place h WHERE h.pool_id = a.pool_id
                           AND h.agency = a.agency AND h.state IN ('CONFIRMED', 'OFFERED', 'AWAITING_APPROVAL'))
                  FROM event_allocation a WHERE a.pool_id = o.id AND a.agency = :agency), o.capacity)))
            """;

    static final String LIST = """
            SELECT e.id, e.title, e.kind, e.state, e.template, e.agency, e.starts_at, e.ends_at, e.registration_opens,
                   e.registration_closes,
                   (SELECT GROUP_CONCAT(t.topic ORDER BY t.topic) FROM event_topic t WHERE t.event_id = e.id) AS topics,
                   (SELECT s.venue_name FROM event_session s WHERE s.event_id = e.id AND s.removed_at IS NULL
                       AND s.venue_name <> '' ORDER BY s.position LIMIT 1) AS venue,
                   pools.modes, pools.sessions, pools.capacity, pools.open, pools.waiting,
                   (SELECT GROUP_CONCAT(p.state) FROM event_place p JOIN event_booking b ON b.id = p.booking_id
                     WHERE b.event_id = e.id AND b.person_id = :me AND p.live = 1) AS mine
              FROM event e LEFT JOIN (
                SELECT s.event_id, GROUP_CONCAT(DISTINCT o.mode) AS modes,
                       COUNT(DISTINCT s.id) AS sessions, SUM(o.capacity) AS capacity,
                       SUM(%s) AS open,
                       SUM((SELECT COUNT(*) FROM event_place w WHERE w.pool_id = o.id AND w.state = 'WAITING')) AS waiting
                  FROM event_session s JOIN event_pool o ON o.session_id = s.id AND o.capacity > 0
                 WHERE s.removed_at IS NULL GROUP BY s.event_id) pools ON pools.event_id = e.id
             WHERE\s""".formatted(OPEN);

    private final JdbcClient jdbc;
    private final WhoMaySeeEvent whoMaySee;
    private final EventReading reading;
    private final Clock clock;

    Events(JdbcClient jdbc, WhoMaySeeEvent whoMaySee, EventReading reading, Clock clock) {
        this.jdbc = jdbc;
        this.whoMaySee = whoMaySee;
        this.reading = reading;
        this.clock = clock;
    }

    /** Empty when there is no such event, and when there is but not for this person. */
    @Transactional(readOnly = true)
    public Optional<EventDetails> find(UUID id, Reader reader) {
        return whoMaySee.admits(reader, id) ? reading.details(id, reader) : Optional.empty();
    }

    /** Whether this person runs the event, so that its desk is theirs. */
    @Transactional(readOnly = true)
    public boolean runs(UUID id, Reader reader) {
        return whoMaySee.runs(reader, id);
    }

    @Transactional(readOnly = true)
    public List<EventCard> list(EventFilter filter, int offset, int limit, Reader reader) {
        String order = filter.newestFirst() ? "e.starts_at DESC, e.id" : "e.starts_at, e.id";
        return jdbc.sql(LIST + WhoMaySeeEvent.CONDITION + condition(filter) + " ORDER BY " + order
                        + " LIMIT :limit OFFSET :offset")
                .params(parameters(filter, reader))
                .param("limit", limit)
                .param("offset", offset)
                .query(Events::card)
                .list();
    }

    @Transactional(readOnly = true)
    public int count(EventFilter filter, Reader reader) {
        return jdbc.sql("SELECT COUNT(*) FROM (" + LIST + WhoMaySeeEvent.CONDITION + condition(filter) + ") counted")
                .params(parameters(filter, reader))
                .query(Integer.class)
                .single();
    }

    private static String condition(EventFilter filter) {
        StringBuilder condition = new StringBuilder(" AND e.state IN (:states)");
        if (filter.from() != null) {
            condition.append(" AND e.ends_at > :from");
        }
        if (filter.to() != null) {
            condition.append(filter.newestFirst() ? " AND e.ends_at <= :to" : " AND e.starts_at < :to");
        }
        if (filter.topic() != null) {
            condition.append(" AND EXISTS (SELECT 1 FROM event_topic t WHERE t.event_id = e.id AND t.topic = :topic)");
        }
        if (filter.kind() != null) {
            condition.append(" AND e.kind = :kind");
        }
        if (filter.mode() != null) {
            condition.append(" AND FIND_IN_SET(:mode, pools.modes)");
        }
        if (filter.withPlaces()) {
            condition.append(" AND pools.open > 0");
        }
        return condition.toString();
    }

    private Map<String, Object> parameters(EventFilter filter, Reader reader) {
        Map<String, Object> parameters = new LinkedHashMap<>(reader.parameters());
        parameters.put("agency", reader.agencyId());
        parameters.put("now", Sql.utc(clock.instant()));
        parameters.put("states", filter.states().stream().map(Enum::name).toList());
        put(parameters, "from", Sql.utcOrNull(filter.from()));
        put(parameters, "to", Sql.utcOrNull(filter.to()));
        put(parameters, "topic", filter.topic());
        put(parameters, "kind", filter.kind() == null ? null : filter.kind().name());
        put(parameters, "mode", filter.mode() == null ? null : filter.mode().name());
        return parameters;
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }

    static EventCard card(ResultSet row, int number) throws SQLException {
        String modes = row.getString("modes");
        String topics = row.getString("topics");
        String mine = row.getString("mine");
        String venue = row.getString("venue");
        Set<Mode> ways = EnumSet.noneOf(Mode.class);
        if (modes != null) {
            Arrays.stream(modes.split(",")).map(Mode::valueOf).forEach(ways::add);
        }
        return new EventCard(
                Sql.id(row, "id"),
                row.getString("title"),
                EventKind.valueOf(row.getString("kind")),
                EventState.valueOf(row.getString("state")),
                row.getBoolean("template"),
                row.getString("agency"),
                Sql.moment(row, "starts_at"),
                Sql.moment(row, "ends_at"),
                Sql.instant(row, "registration_opens"),
                Sql.instant(row, "registration_closes"),
                venue == null ? "" : venue,
                ways,
                row.getInt("sessions"),
                row.getInt("capacity"),
                row.getInt("open"),
                row.getInt("waiting"),
                mine == null
                        ? null
                        : Arrays.stream(mine.split(","))
                                .map(PlaceState::valueOf)
                                .min(java.util.Comparator.naturalOrder())
                                .orElse(null),
                topics == null ? List.of() : List.of(topics.split(",")));
    }
}
