package org.safercommunities.portal.library.packs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.ManyReaders;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.library.WhoMaySeeDocument;
import org.safercommunities.portal.shared.Sql;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of a pack is open to the delegates of the events that hand it out, and what is not. Within the caller’s transaction. */
@Component
class DelegatesOfPack {

    private static final int MOST = 1_000;

    /** Of one pack, in its order. */
    private static final String DOCUMENTS =
            " FROM pack_member m JOIN document d ON d.id = m.document_id WHERE m.pack_id = :pack AND ";

    private static final String FOR_EVERYONE =
            "EXISTS (SELECT 1 FROM document_audience a WHERE a.document_id = d.id" + " AND a.token = 'everyone')";

    /** Whether somebody whom an event is for has no lock of the document that fits. */
    private static final String FOR_FEWER = "(SELECT COUNT(*) FROM document_audience a WHERE a.document_id = d.id"
            + " AND a.token IN (:wanted)) < :locks";

    private final JdbcClient jdbc;
    private final Readers readers;
    private final ManyReaders manyReaders;
    private final ObjectProvider<PackEvents> packEvents;

    DelegatesOfPack(JdbcClient jdbc, Readers readers, ManyReaders manyReaders, ObjectProvider<PackEvents> packEvents) {
        this.jdbc = jdbc;
        this.readers = readers;
        this.manyReaders = manyReaders;
        this.packEvents = packEvents;
    }

    /**
     * A document that is not open to delegates, some of whom cannot see it now, or could not if they had a place.
     *
     * @param people who of those who have one
     */
    record Shut(UUID document, String title, Set<UUID> people) {}

    /** An opened document. */
    record Opened(UUID document, String title) {}

    /** Whoever has a place now. */
    List<UUID> people(UUID pack) {
        return jdbc.sql("SELECT DISTINCT person_id FROM pack_delegate WHERE pack_id = ?")
                .param(pack.toString())
                .query((row, number) -> Sql.id(row, "person_id"))
                .list();
    }

    /** What is open to them, of what this editor sees. */
    List<Opened> opened(UUID pack, Reader by) {
        return jdbc.sql("SELECT d.id, d.title" + DOCUMENTS + "m.opened AND " + WhoMaySeeDocument.CONDITION
                        + " ORDER BY m.position LIMIT :most")
                .params(by.parameters())
                .param("pack", pack.toString())
                .param("most", MOST)
                .query((row, number) -> new Opened(Sql.id(row, "id"), row.getString("title")))
                .list();
    }

    /** What is not, of what this editor may change; nothing while no event hands the pack out. */
    List<Shut> shut(UUID pack, Reader by) {
        PackEvents rule = packEvents.getIfAvailable();
        Set<UUID> events = rule == null ? Set.of() : rule.handing(pack);
        if (rule == null || events.isEmpty()) {
            return List.of();
        }
        Set<String> wanted = new HashSet<>();
        rule.locks(events).values().forEach(wanted::addAll);
        wanted.remove("editors");
        Map<UUID, Shut> shut = new LinkedHashMap<>();
        Set<UUID> out = new HashSet<>();
        Set<UUID> fewer = new HashSet<>();
        jdbc.sql("SELECT d.id, d.title, " + WhoMaySeeDocument.OUT + " AS is_out, " + FOR_FEWER + " AS fewer" + DOCUMENTS
                        + "NOT m.opened AND d.state = 'PUBLISHED' AND NOT " + FOR_EVERYONE + " AND "
                        + WhoMaySeeDocument.CHANGES + " ORDER BY m.position LIMIT :most")
                .params(new HashMap<>(by.parameters()))
                .param("pack", pack.toString())
                .param("wanted", wanted.isEmpty() ? Set.of("") : wanted)
                .param("locks", wanted.size())
                .param("most", MOST)
                .query(row -> {
                    UUID id = Sql.id(row, "id");
                    shut.put(id, new Shut(id, row.getString("title"), new HashSet<>()));
                    if (row.getBoolean("fewer")) {
                        fewer.add(id);
                    }
                    // Before its time it is nobody's to see, opened or not
                    if (row.getBoolean("is_out")) {
                        out.add(id);
                    }
                });
        notSeenBy(people(pack), out, shut);
        shut.values().removeIf(one -> one.people().isEmpty() && !fewer.contains(one.document()));
        return List.copyOf(shut.values());
    }

    private void notSeenBy(List<UUID> people, Set<UUID> documents, Map<UUID, Shut> shut) {
        List<Reader> delegates = people.isEmpty() || documents.isEmpty() ? List.of() : readers.ofAll(people);
        if (delegates.isEmpty()) {
            return;
        }
        manyReaders.hold(delegates);
        jdbc.sql("SELECT d.id, r.id AS person FROM document d JOIN " + ManyReaders.TABLE
                        + " WHERE d.id IN (:documents) AND NOT " + ManyReaders.forEach(WhoMaySeeDocument.CONDITION))
                .param("documents", documents.stream().map(UUID::toString).toList())
                .query(row -> {
                    Shut one = shut.get(Sql.id(row, "id"));
                    if (one != null) {
                        one.people().add(Sql.id(row, "person"));
                    }
                });
    }
}
