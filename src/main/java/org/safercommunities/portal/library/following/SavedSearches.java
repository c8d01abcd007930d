package org.safercommunities.portal.library.following;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The searches that somebody has saved; theirs alone to see and to change. */
@Service
public class SavedSearches {

    private static final int MOST = 50;
    private static final int LONGEST_NAME = 120;

    private final JdbcClient jdbc;
    private final Clock clock;

    SavedSearches(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Saves a search. They hear of documents that are published from now on and fit it. The same search saved again has its new
     * name.
     */
    @Transactional
    public SavedSearch save(String name, String query, boolean documentsOnly, Reader reader) {
        String called = checked(name);
        String address = SavedQuery.of(query, documentsOnly).address();
        Optional<SavedSearch> same = all(reader).stream()
                .filter(each -> each.query().equals(address) && each.documentsOnly() == documentsOnly)
                .findFirst();
        if (same.isPresent()) {
            rename(same.get().id(), called, reader);
            return find(same.get().id(), reader).orElseThrow();
        }
        if (all(reader).size() >= MOST) {
            throw new InvalidFollowing("name", "You have saved %d searches. Delete some of them first".formatted(MOST));
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO saved_search (id, person_id, name, query, documents_only, created_at) VALUES (?, ?, ?, ?, ?, ?)
                """)
                .params(
                        id.toString(),
                        reader.personId().toString(),
                        called,
                        address,
                        documentsOnly,
                        Sql.utc(clock.instant()))
                .update();
        return find(id, reader).orElseThrow();
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<SavedSearch> all(Reader reader) {
        return jdbc.sql(
                        "SELECT id, name, query, documents_only, created_at FROM saved_search WHERE person_id = ? ORDER BY name, id")
                .param(reader.personId().toString())
                .query(SavedSearches::search)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<SavedSearch> find(UUID id, Reader reader) {
        return all(reader).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Returns false when it is none of theirs. */
    @Transactional
    public boolean rename(UUID id, String name, Reader reader) {
        return jdbc.sql("UPDATE saved_search SET name = ? WHERE id = ? AND person_id = ?")
                        .params(checked(name), id.toString(), reader.personId().toString())
                        .update()
                > 0;
    }

    /** Returns false when it is none of theirs. */
    @Transactional
    public boolean delete(UUID id, Reader reader) {
        return jdbc.sql("DELETE FROM saved_search WHERE id = ? AND person_id = ?")
                        .params(id.toString(), reader.personId().toString())
                        .update()
                > 0;
    }

    /** The form in which a search is kept: the same search, the same words. */
    public static String normal(String query, boolean documentsOnly) {
        return SavedQuery.of(query, documentsOnly).address();
    }

    private static String checked(String name) {
        String called = name.strip();
        if (called.isEmpty()) {
            throw new InvalidFollowing("name", "Give the search a name");
        }
        if (called.length() > LONGEST_NAME) {
            throw new InvalidFollowing("name", "Shorten the name to at most %d characters".formatted(LONGEST_NAME));
        }
        return called;
    }

    private static SavedSearch search(ResultSet row, int number) throws SQLException {
        return new SavedSearch(
                Sql.id(row, "id"),
                row.getString("name"),
                row.getString("query"),
                row.getBoolean("documents_only"),
                Sql.moment(row, "created_at"));
    }
}
