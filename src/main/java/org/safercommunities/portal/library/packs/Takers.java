package org.safercommunities.portal.library.packs;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.VersionAdded;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who took which version of a document out with a pack, so that they can be told of a newer one. */
@Service
@NamedInterface("packs")
public class Takers {

    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    Takers(JdbcClient jdbc, ApplicationEventPublisher messages, Clock clock) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Somebody with an older version than the current one.
     *
     * @param number of the version that they have
     * @param pack with which they took it; whoever tells them of it asks first whether they still may see both
     */
    public record Taker(UUID person, int number, UUID pack) {}

    /** Everybody whose version of a document is older than the current one. */
    @Transactional(readOnly = true)
    public List<Taker> of(UUID document) {
        return jdbc.sql(
                        "SELECT t.person_id, t.number, t.pack_id FROM pack_taker t JOIN document d ON d.id = t.document_id"
                                + " WHERE d.id = ? AND d.state = 'PUBLISHED' AND t.number < d.current_number"
                                + " ORDER BY t.person_id, t.pack_id")
                .param(document.toString())
                .query((row, number) ->
                        new Taker(Sql.id(row, "person_id"), row.getInt("number"), Sql.id(row, "pack_id")))
                .list();
    }

    /** Everybody whose version of a document is older than this one; also while it is being added. */
    @Transactional(readOnly = true)
    public Set<UUID> withOlderThan(int number, UUID document) {
        return Set.copyOf(jdbc.sql("SELECT DISTINCT person_id FROM pack_taker WHERE document_id = ? AND number < ?")
                .params(document.toString(), number)
                .query((row, each) -> Sql.id(row, "person_id"))
                .list());
    }

    /** The newest version that this person took out with any pack. */
    @Transactional(readOnly = true)
    public OptionalInt taken(UUID document, Reader reader) {
        return jdbc
                .sql("SELECT number FROM pack_taker WHERE document_id = ? AND person_id = ?")
                .param(document.toString())
                .param(reader.personId().toString())
                .query(Integer.class)
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .max();
    }

    /** Remembers what went out with a pack, and leaves a line for each in the trail, as every download does. */
    @Transactional
    void note(UUID pack, List<TakenOut> taken, String by, Reader reader) {
        messages.publishEvent(new DocumentsTakenOut(taken, by, reader.personId()));
        for (int from = 0; from < taken.size(); from += AT_ONCE) {
            remember(pack, taken.subList(from, Math.min(taken.size(), from + AT_ONCE)), reader);
        }
    }

    /** One that was fetched from the pack’s page, whose own door leaves the line in the trail. */
    @Transactional
    void remember(UUID pack, TakenOut taken, Reader reader) {
        remember(pack, List.of(taken), reader);
    }

    private void remember(UUID pack, List<TakenOut> taken, Reader reader) {
        List<Object> values = new ArrayList<>();
        for (TakenOut one : taken) {
            values.add(one.document().toString());
            values.add(reader.personId().toString());
            values.add(pack.toString());
            values.add(one.number());
            values.add(Sql.utc(clock.instant()));
        }
        jdbc.sql("INSERT INTO pack_taker (document_id, person_id, pack_id, number, taken_at) VALUES "
                        + String.join(", ", Collections.nCopies(taken.size(), "(?, ?, ?, ?, ?)"))
                        + " ON DUPLICATE KEY UPDATE number = VALUES(number), taken_at = VALUES(taken_at)")
                .params(values)
                .update();
    }

    /** A newer version of what somebody took: said within the transaction that adds it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(VersionAdded added) {
        if (added.number() > 1
                && jdbc.sql("SELECT COUNT(*) FROM pack_taker t JOIN document d ON d.id = t.document_id"
                                        + " WHERE t.document_id = ? AND t.number < ? AND d.state = 'PUBLISHED'")
                                .param(added.document().toString())
                                .param(added.number())
                                .query(Integer.class)
                                .single()
                        > 0) {
            messages.publishEvent(new NewerInPack(added.document(), added.number()));
        }
    }
}
