package org.safercommunities.portal.events;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.ManyReaders;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Of many people at once, who may see which event, as {@link WhoMaySeeEvent} says for each; and who came to one. */
@Service
public class WhoSeesEvents {

    private final JdbcClient jdbc;

    WhoSeesEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which of these published or cancelled events each of the readers in {@link ManyReaders} may see. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UUID, Set<UUID>> published(Collection<UUID> events) {
        Map<UUID, Set<UUID>> seen = new HashMap<>();
        if (!events.isEmpty()) {
            jdbc.sql("SELECT r.id AS reader, e.id FROM event e JOIN " + ManyReaders.TABLE
                            + " WHERE e.id IN (:ids) AND e.state IN ('PUBLISHED', 'CANCELLED') AND "
                            + ManyReaders.forEach(WhoMaySeeEvent.CONDITION))
                    .param("ids", events.stream().map(UUID::toString).toList())
                    .query(row -> {
                        seen.computeIfAbsent(Sql.id(row, "reader"), any -> new HashSet<>())
                                .add(Sql.id(row, "id"));
                    });
        }
        return seen;
    }

    /** Which of these may be told of to people without an account: what is for everyone. */
    @Transactional(readOnly = true)
    public Set<UUID> toldOutside(Collection<UUID> events) {
        if (events.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql("SELECT e.id FROM event e WHERE e.id IN (:ids)"
                        + " AND e.state IN ('PUBLISHED', 'CANCELLED') AND " + WhoMaySeeEvent.CONDITION)
                .params(Reader.stranger().parameters())
                .param("ids", events.stream().map(UUID::toString).toList())
                .query((row, number) -> Sql.id(row, "id"))
                .list());
    }

    /**
     * Whether a person came to an event, as a condition in SQL.
     *
     * @param event a column or parameter
     * @param person a column or parameter
     */
    public static String came(String event, String person) {
        return """
                EXISTS (SELECT 1 FROM event_booking b JOIN event_place came ON came.booking_id = b.id
                  WHERE b.event_id = %s AND b.person_id = %s AND came.state = 'CONFIRMED' AND came.attendance = '%s')
                """.formatted(event, person, Attendance.CAME);
    }
}
