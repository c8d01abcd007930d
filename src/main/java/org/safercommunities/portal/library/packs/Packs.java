package org.safercommunities.portal.library.packs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads packs, each time through {@link WhoMaySeePack}; a fixed number of statements, however many there are. */
@Service
@NamedInterface("packs")
public class Packs {

    private static final String PACK = "SELECT p.* FROM pack p WHERE " + WhoMaySeePack.CONDITION;

    private final JdbcClient jdbc;
    private final PackMembers members;

    Packs(JdbcClient jdbc, PackMembers members) {
        this.jdbc = jdbc;
        this.members = members;
    }

    /** Empty when there is no such pack, and when there is but not for this person. */
    @Transactional(readOnly = true)
    public Optional<PackDetails> find(UUID id, Reader reader) {
        Set<String> locks = locks(id);
        return jdbc.sql("SELECT p.*, " + WhoMaySeePack.RUNS + " AS runs FROM pack p WHERE p.id = :id AND "
                        + WhoMaySeePack.CONDITION)
                .params(reader.parameters())
                .param("id", id.toString())
                .query((row, number) -> details(
                        row,
                        locks,
                        reader,
                        members.contents(List.of(id), reader).getOrDefault(id, PackContents.NOTHING)))
                .optional();
    }

    /** The same without counting what is in it, only with the highest marking: of a large pack that takes seconds. */
    @Transactional(readOnly = true)
    Optional<PackDetails> uncounted(UUID id, Reader reader) {
        Set<String> locks = locks(id);
        return jdbc.sql("SELECT p.*, FALSE AS runs FROM pack p WHERE p.id = :id AND " + WhoMaySeePack.CONDITION)
                .params(reader.parameters())
                .param("id", id.toString())
                .query((row, number) -> details(
                        row,
                        locks,
                        reader,
                        new PackContents(
                                0, 0, 0, members.markings(List.of(id), reader).getOrDefault(id, Marking.OFFICIAL))))
                .optional();
    }

    private Set<String> locks(UUID pack) {
        return Set.copyOf(jdbc.sql("SELECT token FROM pack_audience WHERE pack_id = ?")
                .param(pack.toString())
                .query(String.class)
                .list());
    }

    private static PackDetails details(ResultSet row, Set<String> locks, Reader reader, PackContents contents)
            throws SQLException {
        UUID id = Sql.id(row, "id");
        return new PackDetails(
                id,
                new PackDescription(row.getString("title"), row.getString("description"), Audience.fromTokens(locks)),
                PackState.valueOf(row.getString("state")),
                Sql.id(row, "owner"),
                row.getString("agency"),
                Sql.moment(row, "changed_at"),
                Sql.instant(row, "published_at"),
                row.getString("cover_sha256") != null,
                reader.is(Role.EDITOR) && row.getBoolean("runs"),
                contents);
    }

    /** Published ones, newest first; of those in other states, which only editors see, those last changed first. */
    @Transactional(readOnly = true)
    public List<PackCard> all(boolean published, int offset, int limit, Reader reader) {
        List<PackCard> cards = jdbc.sql(
                        PACK + (published ? " AND p.state = 'PUBLISHED'" : " AND p.state <> 'PUBLISHED'")
                                + " ORDER BY COALESCE(p.published_at, p.changed_at) DESC, p.id LIMIT :limit OFFSET :offset")
                .params(reader.parameters())
                .param("limit", limit)
                .param("offset", offset)
                .query(Packs::card)
                .list();
        return withContents(cards, reader);
    }

    @Transactional(readOnly = true)
    public int count(boolean published, Reader reader) {
        return jdbc.sql("SELECT COUNT(*) FROM pack p WHERE " + WhoMaySeePack.CONDITION
                        + (published ? " AND p.state = 'PUBLISHED'" : " AND p.state <> 'PUBLISHED'"))
                .params(reader.parameters())
                .query(Integer.class)
                .single();
    }

    /** The published packs that a document is in. The caller has asked whether this person may see the document. */
    @Transactional(readOnly = true)
    public Map<UUID, String> with(UUID document, Reader reader) {
        Map<UUID, String> titles = new java.util.LinkedHashMap<>();
        jdbc.sql(
                        "SELECT p.id, p.title FROM pack p JOIN pack_member m ON m.pack_id = p.id WHERE m.document_id = :document"
                                + " AND p.state = 'PUBLISHED' AND " + WhoMaySeePack.CONDITION
                                + " ORDER BY p.title, p.id LIMIT 50")
                .params(reader.parameters())
                .param("document", document.toString())
                .query(row -> {
                    titles.put(Sql.id(row, "id"), row.getString("title"));
                });
        return titles;
    }

    /** Those of them whose delegates the document is open to. */
    @Transactional(readOnly = true)
    public List<String> opening(UUID document, Reader reader) {
        return jdbc.sql("SELECT p.title FROM pack p JOIN pack_member m ON m.pack_id = p.id"
                        + " WHERE m.document_id = :document AND m.opened AND p.state = 'PUBLISHED' AND "
                        + WhoMaySeePack.CONDITION + " ORDER BY p.title, p.id LIMIT 50")
                .params(reader.parameters())
                .param("document", document.toString())
                .query(String.class)
                .list();
    }

    /** Packs that this editor may change, by words of their title, for choosing one. */
    @Transactional(readOnly = true)
    public List<PackCard> choices(String words, int offset, int limit, Reader reader) {
        return jdbc.sql("SELECT p.* FROM pack p WHERE p.state <> 'TAKEN_DOWN' AND p.title LIKE :words AND "
                        + WhoMaySeePack.RUNS + " ORDER BY p.title, p.id LIMIT :limit OFFSET :offset")
                .params(reader.parameters())
                .param("words", "%" + words.strip().replaceAll("([%_\\\\])", "\\\\$1") + "%")
                .param("limit", limit)
                .param("offset", offset)
                .query(Packs::card)
                .list();
    }

    /** Titles of those of these that this person may see. */
    @Transactional(readOnly = true)
    public Map<UUID, String> titles(java.util.Collection<UUID> ids, Reader reader) {
        Map<UUID, String> titles = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("SELECT p.id, p.title FROM pack p WHERE p.id IN (:ids) AND " + WhoMaySeePack.CONDITION)
                    .params(reader.parameters())
                    .param("ids", ids.stream().map(UUID::toString).toList())
                    .query(row -> {
                        titles.put(Sql.id(row, "id"), row.getString("title"));
                    });
        }
        return titles;
    }

    private List<PackCard> withContents(List<PackCard> cards, Reader reader) {
        Map<UUID, PackContents> contents =
                members.contents(cards.stream().map(PackCard::id).toList(), reader);
        return cards.stream()
                .map(card -> new PackCard(
                        card.id(),
                        card.title(),
                        card.description(),
                        card.state(),
                        card.changedAt(),
                        card.publishedAt(),
                        card.hasCover(),
                        contents.getOrDefault(card.id(), PackContents.NOTHING)))
                .toList();
    }

    private static PackCard card(ResultSet row, int number) throws SQLException {
        return new PackCard(
                Sql.id(row, "id"),
                row.getString("title"),
                row.getString("description"),
                PackState.valueOf(row.getString("state")),
                Sql.moment(row, "changed_at"),
                Sql.instant(row, "published_at"),
                row.getString("cover_sha256") != null,
                PackContents.NOTHING);
    }
}
