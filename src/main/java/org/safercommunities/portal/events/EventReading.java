package org.safercommunities.portal.events;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts an event together for those who may see it; asks nobody whether they may. */
@Component
class EventReading {

    private static final String FIGURES = """
            SELECT o.id, o.session_id, o.mode, o.capacity, o.taken, %s AS open,
                   (SELECT COUNT(*) FROM event_place w WHERE w.pool_id = o.id AND w.state = 'WAITING') AS waiting
              FROM event_pool o JOIN event_session s ON s.id = o.session_id
             WHERE s.event_id = :event AND s.removed_at IS NULL AND o.capacity > 0
             ORDER BY o.mode
            """.formatted(Events.OPEN);

    private final EventRecords events;
    private final SessionRecords sessions;
    private final JdbcClient jdbc;
    private final Clock clock;

    EventReading(EventRecords events, SessionRecords sessions, JdbcClient jdbc, Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<EventDetails> details(UUID id, Reader reader) {
        return events.findById(id).map(event -> details(event, reader));
    }

    private EventDetails details(Event event, Reader reader) {
        Map<UUID, List<PoolFigures>> figures = figures(event.id(), reader);
        return new EventDetails(
                event.id(),
                event.title(),
                event.kind(),
                event.description(),
                event.topics(),
                event.audience(),
                event.state(),
                event.isTemplate(),
                event.agency(),
                event.createdBy(),
                event.publishAt(),
                event.publishedAt(),
                event.cancelReason(),
                event.rules(),
                sessions.ofEvent(event.id()).stream()
                        .map(session -> details(session, figures.getOrDefault(session.id(), List.of())))
                        .toList());
    }

    private static SessionDetails details(EventSession session, List<PoolFigures> pools) {
        return new SessionDetails(
                session.id(),
                session.title(),
                session.description(),
                session.startAt(),
                session.endAt(),
                session.venue(),
                !session.joiningLink().isEmpty(),
                session.joinOpensMinutes(),
                pools,
                session.talks());
    }

    private Map<UUID, List<PoolFigures>> figures(UUID event, Reader reader) {
        return jdbc
                .sql(FIGURES)
                .param("event", event.toString())
                .param("agency", reader.agencyId())
                .param("now", Sql.utc(clock.instant()))
                .query((row, number) -> Map.entry(
                        Sql.id(row, "session_id"),
                        new PoolFigures(
                                row.getLong("id"),
                                Mode.valueOf(row.getString("mode")),
                                row.getInt("capacity"),
                                row.getInt("taken"),
                                row.getInt("open"),
                                row.getInt("waiting"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
