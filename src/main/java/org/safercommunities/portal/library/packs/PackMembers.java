package org.safercommunities.portal.library.packs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.WhoMaySeeDocument;
import org.safercommunities.portal.shared.Sql;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The members of packs, each only for whoever may see the pack and that member too; nothing counts or numbers the others. A
 * fixed number of statements, however many members there are.
 */
@Service
@NamedInterface("packs")
public class PackMembers {

    private static final UUID NONE = new UUID(0, 0);

    /** Members with what they are, to go on with WHERE. */
    private static final String FROM = """
             FROM pack_member m JOIN pack p ON p.id = m.pack_id
             LEFT JOIN document d ON d.id = m.document_id
             LEFT JOIN document_version v ON v.document_id = d.id AND v.number = d.current_number
            """;

    /** The same for one pack, read in its order: without the hint all of a large one is sorted for its first page. */
    private static final String FROM_IN_ORDER =
            FROM.replace("pack_member m", "pack_member m FORCE INDEX (pack_member_order)");

    /** Over {@link #FROM}; {@code events} are those that the reader may see. */
    static final String SEEN =
            "(m.kind = 'LINK' OR m.kind = 'EVENT' AND m.event_id IN (:events) OR m.kind = 'DOCUMENT' AND "
                    + WhoMaySeeDocument.CONDITION + ")";

    private static final String MEMBER = """
            SELECT m.id, m.position, m.kind, m.title, m.note, m.section, m.address, m.event_id, d.id AS document, d.title AS document_title,
                   d.kind AS document_kind, d.description, d.marking, d.handling, d.state AS document_state, v.number, v.size,
                   v.file_name, v.media_type, v.pages, (SELECT t.number FROM pack_taker t WHERE t.document_id = d.id AND t.person_id = :me
                     AND t.pack_id = m.pack_id) AS taken
            """;

    private final JdbcClient jdbc;
    private final ObjectProvider<PackEvents> packEvents;

    PackMembers(JdbcClient jdbc, ObjectProvider<PackEvents> packEvents) {
        this.jdbc = jdbc;
        this.packEvents = packEvents;
    }

    /** Some of them, in their order; none of a pack that is not this person’s to see. */
    @Transactional(readOnly = true)
    public List<PackMember> of(UUID pack, int offset, int limit, Reader reader) {
        Map<UUID, PackEvent> events = events(List.of(pack), reader);
        return jdbc.sql(MEMBER + FROM_IN_ORDER + " WHERE m.pack_id = :pack AND " + WhoMaySeePack.CONDITION + " AND "
                        + SEEN + " ORDER BY m.position, m.id LIMIT :limit OFFSET :offset")
                .params(parameters(reader, events.keySet()))
                .param("pack", pack.toString())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> member(row, events))
                .list();
    }

    /** A member and where it stands, which nobody is shown: the places of others could be told from it. */
    record Placed(int position, PackMember member) {}

    /** Those that come after a place, in their order, for whoever goes through all. */
    @Transactional(readOnly = true)
    List<Placed> after(UUID pack, int position, int limit, Reader reader) {
        Map<UUID, PackEvent> events = events(List.of(pack), reader);
        return jdbc.sql(MEMBER + FROM_IN_ORDER + " WHERE m.pack_id = :pack AND m.position > :after AND "
                        + WhoMaySeePack.CONDITION + " AND " + SEEN + " ORDER BY m.position LIMIT :limit")
                .params(parameters(reader, events.keySet()))
                .param("pack", pack.toString())
                .param("after", position)
                .param("limit", limit)
                .query((row, number) -> new Placed(row.getInt("position"), member(row, events)))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<PackMember> find(UUID pack, UUID member, Reader reader) {
        Map<UUID, PackEvent> events = events(List.of(pack), reader);
        return jdbc.sql(MEMBER + FROM + " WHERE m.pack_id = :pack AND m.id = :member AND " + WhoMaySeePack.CONDITION
                        + " AND " + SEEN)
                .params(parameters(reader, events.keySet()))
                .param("pack", pack.toString())
                .param("member", member.toString())
                .query((row, number) -> member(row, events))
                .optional();
    }

    /** What each of these packs holds for this person; nothing for one that is not theirs. */
    @Transactional(readOnly = true)
    public Map<UUID, PackContents> contents(Collection<UUID> packs, Reader reader) {
        Map<UUID, PackContents> contents = new HashMap<>();
        if (!packs.isEmpty()) {
            jdbc.sql(
                            "SELECT m.pack_id, COUNT(*) AS members, COUNT(d.id) AS documents, COALESCE(SUM(v.size), 0) AS size,"
                                    + " COALESCE(MAX(d.marking = 'OFFICIAL_SENSITIVE'), 0) AS highest" + FROM
                                    + " WHERE m.pack_id IN (:packs) AND " + WhoMaySeePack.CONDITION + " AND " + SEEN
                                    + " GROUP BY m.pack_id")
                    .params(parameters(reader, events(packs, reader).keySet()))
                    .param("packs", packs.stream().map(UUID::toString).toList())
                    .query(row -> {
                        contents.put(
                                Sql.id(row, "pack_id"),
                                new PackContents(
                                        row.getInt("members"),
                                        row.getInt("documents"),
                                        row.getLong("size"),
                                        row.getBoolean("highest") ? Marking.OFFICIAL_SENSITIVE : Marking.OFFICIAL));
                    });
        }
        return contents;
    }

    /** What a zip of the pack is to hold: the ids of the documents that this person may see, in their order. */
    PlannedFiles planned(UUID pack, Reader reader) {
        PlannedFiles planned = new PlannedFiles();
        jdbc.sql("SELECT m.id" + FROM_IN_ORDER + " WHERE m.pack_id = :pack AND m.kind = 'DOCUMENT' AND "
                        + WhoMaySeePack.CONDITION + " AND " + WhoMaySeeDocument.CONDITION + " ORDER BY m.position")
                .params(reader.parameters())
                .param("pack", pack.toString())
                .query(row -> {
                    planned.add(Sql.id(row, "id"));
                });
        return planned;
    }

    /** The highest marking of what this person sees in each of these packs, if it is theirs; quicker than {@link #contents}. */
    @Transactional(readOnly = true)
    public Map<UUID, Marking> markings(Collection<UUID> packs, Reader reader) {
        Map<UUID, Marking> markings = new HashMap<>();
        if (!packs.isEmpty()) {
            jdbc.sql("SELECT p.id, EXISTS (SELECT 1 FROM pack_member m JOIN document d ON d.id = m.document_id"
                            + " WHERE m.pack_id = p.id AND d.marking = 'OFFICIAL_SENSITIVE' AND "
                            + WhoMaySeeDocument.CONDITION + ") AS highest FROM pack p WHERE p.id IN (:packs) AND "
                            + WhoMaySeePack.CONDITION)
                    .params(reader.parameters())
                    .param("packs", packs.stream().map(UUID::toString).toList())
                    .query(row -> {
                        markings.put(
                                Sql.id(row, "id"),
                                row.getBoolean("highest") ? Marking.OFFICIAL_SENSITIVE : Marking.OFFICIAL);
                    });
        }
        return markings;
    }

    /** The events in these packs that this person may see. */
    Map<UUID, PackEvent> events(Collection<UUID> packs, Reader reader) {
        List<UUID> ids = jdbc.sql(
                        "SELECT DISTINCT event_id FROM pack_member WHERE pack_id IN (:packs) AND event_id IS NOT NULL")
                .param("packs", packs.stream().map(UUID::toString).toList())
                .query((row, number) -> Sql.id(row, "event_id"))
                .list();
        PackEvents events = packEvents.getIfAvailable();
        return ids.isEmpty() || events == null ? Map.of() : events.seen(ids, reader);
    }

    static Map<String, Object> parameters(Reader reader, Set<UUID> events) {
        Map<String, Object> parameters = new HashMap<>(reader.parameters());
        Set<String> ids = new HashSet<>(Set.of(NONE.toString()));
        events.forEach(event -> ids.add(event.toString()));
        parameters.put("events", ids);
        return parameters;
    }

    private static PackMember member(ResultSet row, Map<UUID, PackEvent> events) throws SQLException {
        UUID eventId = Sql.idOrNull(row, "event_id");
        PackEvent event = eventId == null ? null : events.get(eventId);
        PackMember.Document document = document(row);
        return new PackMember(
                Sql.id(row, "id"),
                MemberKind.valueOf(row.getString("kind")),
                document != null
                        ? row.getString("document_title")
                        : event != null ? event.title() : row.getString("title"),
                row.getString("note"),
                row.getString("section"),
                row.getString("address"),
                document,
                event);
    }

    private static PackMember.@Nullable Document document(ResultSet row) throws SQLException {
        UUID id = Sql.idOrNull(row, "document");
        if (id == null) {
            return null;
        }
        return new PackMember.Document(
                id,
                row.getString("document_kind"),
                row.getString("description"),
                Marking.valueOf(row.getString("marking")),
                row.getString("handling"),
                "DRAFT".equals(row.getString("document_state")),
                row.getInt("number"),
                row.getLong("size"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getObject("pages") == null ? null : row.getInt("pages"),
                row.getObject("taken") == null ? null : row.getInt("taken"));
    }
}
