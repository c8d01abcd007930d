package org.safercommunities.portal.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads many events at once with the places they have left, through {@link WhoMaySeeEvent}: two statements for all of them. */
@Service
public class EventGlances {

    private static final String FIGURES = """
            SELECT s.event_id, o.id, o.mode, o.capacity, o.taken, %s AS open,
                   (SELECT COUNT(*) FROM event_place w WHERE w.pool_id = o.id AND w.state = 'WAITING') AS waiting
              FROM event_pool o JOIN event_session s ON s.id = o.session_id
             WHERE s.event_id IN (:ids) AND s.removed_at IS NULL AND o.capacity > 0
             ORDER BY o.mode
            """.formatted(Events.OPEN);

    private final JdbcClient jdbc;
    private final Clock clock;

    EventGlances(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** These events, as far as this person may see them, in no order. */
    @Transactional(readOnly = true)
    public List<EventGlance> of(Collection<UUID> ids, Reader reader) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<EventCard> cards = jdbc.sql(Events.LIST + WhoMaySeeEvent.CONDITION + " AND e.id IN (:ids)")
                .params(parameters(ids, reader))
                .query(Events::card)
                .list();
        List<UUID> single = cards.stream()
                .filter(card -> card.sessions() == 1)
                .map(EventCard::id)
                .toList();
        Map<UUID, List<PoolFigures>> pools = single.isEmpty() ? Map.of() : pools(single, reader);
        return cards.stream()
                .map(card -> new EventGlance(card, pools.getOrDefault(card.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<PoolFigures>> pools(Collection<UUID> ids, Reader reader) {
        return jdbc
                .sql(FIGURES)
                .params(parameters(ids, reader))
                .query((row, number) -> Map.entry(Sql.id(row, "event_id"), pool(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private Map<String, Object> parameters(Collection<UUID> ids, Reader reader) {
        Map<String, Object> parameters = new LinkedHashMap<>(reader.parameters());
        parameters.put("ids", ids.stream().map(UUID::toString).toList());
        parameters.put("agency", reader.agencyId());
        parameters.put("now", Sql.utc(clock.instant()));
        return parameters;
    }

    private static PoolFigures pool(ResultSet row) throws SQLException {
        return new PoolFigures(
                row.getLong("id"),
                Mode.valueOf(row.getString("mode")),
                row.getInt("capacity"),
                row.getInt("taken"),
                row.getInt("open"),
                row.getInt("waiting"));
    }
}
