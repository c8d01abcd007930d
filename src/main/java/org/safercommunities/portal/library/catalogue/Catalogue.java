package org.safercommunities.portal.library.catalogue;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.DocumentState;
import org.safercommunities.portal.library.DocumentTerm;
import org.safercommunities.portal.library.DownloadTrail;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.WhoMaySeeDocument;
import org.safercommunities.portal.shared.Csv;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/**
 * Every document that an editor may see as one table, a page of it in memory at a time and no transaction around it: whoever reads
 * slowly holds nothing up. Who may see what is asked anew for each page.
 */
@Service
public class Catalogue {

    static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final PersonList people;
    private final DownloadTrail downloads;

    Catalogue(JdbcClient jdbc, PersonList people, DownloadTrail downloads) {
        this.jdbc = jdbc;
        this.people = people;
        this.downloads = downloads;
    }

    private record Entry(
            UUID id,
            DocumentDescription said,
            DocumentTerm term,
            DocumentState state,
            Map<CatalogueColumn, String> facts) {}

    /** Four statements for each {@value #PAGE} documents. */
    public void write(Appendable out, Reader reader) throws IOException {
        unlessEditor(reader);
        Csv csv = new Csv(out);
        List<CatalogueColumn> columns = Arrays.stream(CatalogueColumn.values())
                .filter(column -> column != CatalogueColumn.PATH)
                .toList();
        csv.row(columns.stream().map(CatalogueColumn::heading).toArray(String[]::new));
        @Nullable UUID last = null;
        while (true) {
            List<Entry> page = page(last, reader);
            List<UUID> ids = page.stream().map(Entry::id).toList();
            Map<UUID, String> owners = people.emails(
                    page.stream().map(entry -> entry.term().owner()).distinct().toList());
            Map<UUID, Integer> taken = downloads.counts(ids);
            for (Entry entry : page) {
                Map<CatalogueColumn, String> cells = CatalogueCells.of(
                        entry.said(),
                        entry.term(),
                        entry.state(),
                        owners.getOrDefault(entry.term().owner(), ""));
                cells.putAll(entry.facts());
                cells.put(CatalogueColumn.DOWNLOADS, Integer.toString(taken.getOrDefault(entry.id(), 0)));
                csv.row(columns.stream()
                        .map(column -> cells.getOrDefault(column, ""))
                        .toArray(String[]::new));
            }
            if (page.size() < PAGE) {
                return;
            }
            last = ids.getLast();
        }
    }

    static void unlessEditor(Reader reader) {
        if (!reader.is(Role.EDITOR)) {
            throw new AccessDeniedException("The catalogue is for editors");
        }
    }

    private List<Entry> page(@Nullable UUID after, Reader reader) {
        String sql = """
                SELECT d.*, v.file_name, v.media_type, v.size, v.sha256,
                       (SELECT GROUP_CONCAT(t.topic) FROM document_topic t WHERE t.document_id = d.id) AS topics
                  FROM document d JOIN document_version v ON v.document_id = d.id AND v.number = d.current_number
                 WHERE\s""" + WhoMaySeeDocument.CONDITION
                + (after == null ? "" : " AND d.id > :after") + " ORDER BY d.id LIMIT " + PAGE;
        JdbcClient.StatementSpec statement = jdbc.sql(sql).params(reader.parameters());
        if (after != null) {
            statement = statement.param("after", after.toString());
        }
        List<Row> rows = statement.query(Row::of).list();
        Map<UUID, Set<String>> locks = locks(rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(row -> row.with(locks.getOrDefault(row.id(), Set.of())))
                .toList();
    }

    private Map<UUID, Set<String>> locks(Collection<UUID> ids) {
        Map<UUID, Set<String>> locks = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("SELECT document_id, token FROM document_audience WHERE document_id IN (:ids)")
                    .param("ids", ids.stream().map(UUID::toString).collect(Collectors.toList()))
                    .query((row, number) -> locks.computeIfAbsent(Sql.id(row, "document_id"), none -> new HashSet<>())
                            .add(row.getString("token")))
                    .list();
        }
        return locks;
    }

    /** As the tables have it, without its audience. */
    private record Row(
            UUID id,
            String title,
            String description,
            String kind,
            Set<String> topics,
            Marking marking,
            @Nullable String handling,
            @Nullable LocalDate reviewOn,
            DocumentTerm term,
            DocumentState state,
            Map<CatalogueColumn, String> facts) {

        static Row of(ResultSet row, int number) throws SQLException {
            String topics = row.getString("topics");
            return new Row(
                    Sql.id(row, "id"),
                    row.getString("title"),
                    row.getString("description"),
                    row.getString("kind"),
                    topics == null ? Set.of() : Set.of(topics.split(",")),
                    Marking.valueOf(row.getString("marking")),
                    row.getString("handling"),
                    row.getObject("review_on", LocalDate.class),
                    new DocumentTerm(
                            Sql.id(row, "owner"),
                            Sql.instant(row, "visible_from"),
                            Sql.instant(row, "visible_until"),
                            row.getObject("dispose_on", LocalDate.class),
                            row.getString("retention_basis")),
                    DocumentState.valueOf(row.getString("state")),
                    Map.of(
                            CatalogueColumn.ID, row.getString("id"),
                            CatalogueColumn.AGENCY, row.getString("agency"),
                            CatalogueColumn.PUBLISHED, CatalogueCells.moment(Sql.instant(row, "published_at")),
                            CatalogueColumn.VERSION, row.getString("current_number"),
                            CatalogueColumn.FILE_NAME, row.getString("file_name"),
                            CatalogueColumn.MEDIA_TYPE, row.getString("media_type"),
                            CatalogueColumn.SIZE, row.getString("size"),
                            CatalogueColumn.SHA256, row.getString("sha256")));
        }

        Entry with(Set<String> locks) {
            DocumentDescription said = new DocumentDescription(
                    title, description, kind, topics, marking, handling, Audience.fromTokens(locks), reviewOn);
            return new Entry(id, said, term, state, facts);
        }
    }
}
