package org.safercommunities.portal.events;

import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rule of who may see an event, as a condition that every query of it carries. A published or cancelled one: whoever its
 * audience admits, and whoever staff gave a place. A draft: the editor who planned it, and editors whom its audience admits.
 */
@Component
class WhoMaySeeEvent {

    /** To stand behind WHERE or AND, over {@code event e}, with the parameters of {@link Reader#parameters}. */
    static final String CONDITION = """
            (e.state IN ('PUBLISHED', 'CANCELLED') AND (EXISTS (SELECT 1 FROM event_audience locks
                  WHERE locks.event_id = e.id AND locks.token IN (:keys))
                OR EXISTS (SELECT 1 FROM event_booking mine WHERE mine.event_id = e.id AND mine.person_id = :me
                  AND mine.ended_at IS NULL))
             OR e.state IN ('DRAFT', 'SCHEDULED') AND :editor AND (e.created_by = :me OR EXISTS (SELECT 1
                  FROM event_audience locks WHERE locks.event_id = e.id AND locks.token IN (:keys))))
            """;

    /** Of whoever plans events: a place at one that is not for them does not make it theirs to run. */
    private static final String RUNS = """
            (EXISTS (SELECT 1 FROM event_audience locks WHERE locks.event_id = e.id AND locks.token IN (:keys))
             OR e.state IN ('DRAFT', 'SCHEDULED') AND e.created_by = :me)
            """;

    private final JdbcClient jdbc;

    WhoMaySeeEvent(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean admits(Reader reader, UUID event) {
        return holds(CONDITION, reader, event);
    }

    /** Whether this person runs the event: an editor whom its audience admits, or who is still planning it. */
    boolean runs(Reader reader, UUID event) {
        return reader.is(Role.EDITOR) && holds(RUNS, reader, event);
    }

    /** @throws UnknownEvent when it is not there, or not this person’s to see or run */
    void unlessRuns(Reader reader, UUID event) {
        if (!runs(reader, event)) {
            throw new UnknownEvent(event);
        }
    }

    private boolean holds(String condition, Reader reader, UUID event) {
        return jdbc.sql("SELECT COUNT(*) FROM event e WHERE e.id = :id AND " + condition)
                        .params(reader.parameters())
                        .param("id", event.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
