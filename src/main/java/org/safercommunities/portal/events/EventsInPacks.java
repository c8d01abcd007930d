package org.safercommunities.portal.events;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.packs.PackEvent;
import org.safercommunities.portal.library.packs.PackEvents;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says to the library’s packs what they show of events, to whoever {@link WhoMaySeeEvent} lets see them. */
@Component
class EventsInPacks implements PackEvents {

    private final JdbcClient jdbc;

    EventsInPacks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, PackEvent> seen(Collection<UUID> events, Reader reader) {
        Map<UUID, PackEvent> seen = new HashMap<>();
        if (!events.isEmpty()) {
            jdbc.sql("SELECT e.id, e.title, e.starts_at, e.ends_at FROM event e WHERE e.id IN (:ids) AND "
                            + WhoMaySeeEvent.CONDITION)
                    .params(reader.parameters())
                    .param("ids", events.stream().map(UUID::toString).toList())
                    .query(row -> {
                        UUID id = Sql.id(row, "id");
                        seen.put(
                                id,
                                new PackEvent(
                                        id,
                                        row.getString("title"),
                                        Sql.moment(row, "starts_at"),
                                        Sql.moment(row, "ends_at"),
                                        "events/" + id));
                    });
        }
        return seen;
    }

    @Override
    public Map<UUID, Set<String>> locks(Collection<UUID> events) {
        Map<UUID, Set<String>> locks = new HashMap<>();
        if (!events.isEmpty()) {
            jdbc.sql("SELECT event_id, token FROM event_audience WHERE event_id IN (:ids)")
                    .param("ids", events.stream().map(UUID::toString).toList())
                    .query(row -> {
                        locks.computeIfAbsent(Sql.id(row, "event_id"), any -> new HashSet<>())
                                .add(row.getString("token"));
                    });
        }
        return locks;
    }

    @Override
    public Set<UUID> handing(UUID pack) {
        return Set.copyOf(jdbc.sql("SELECT event_id FROM event_pack WHERE pack_id = ?")
                .param(pack.toString())
                .query((row, number) -> Sql.id(row, "event_id"))
                .list());
    }
}
