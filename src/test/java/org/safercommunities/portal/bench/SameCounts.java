package org.safercommunities.portal.bench;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.search.LuceneAlone;
import org.safercommunities.portal.search.Matching;
import org.safercommunities.portal.search.Search;
import org.safercommunities.portal.search.SearchQuery;
import org.safercommunities.portal.search.SearchResults;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * That both who compete look for the same: they find as many things, and of all there are, as many as the database says this
 * reader may find now. Otherwise one would be the faster for leaving something out.
 */
final class SameCounts {

    private final Search search;
    private final LuceneAlone alone;
    private final JdbcClient sql;

    SameCounts(Search search, LuceneAlone alone, JdbcTemplate sql) {
        this.search = search;
        this.alone = alone;
        this.sql = JdbcClient.create(sql);
    }

    private record Rows(long withToken, long now) {}

    /**
     * @return what was compared
     * @throws IllegalStateException when they differ, or when there is nothing by which they could
     */
    String of(List<SearchBench.Asked> queries, List<Reader> readers) {
        int compared = 0;
        for (int i = 0; i < queries.size(); i++) {
            compared += same(queries.get(i).query(), readers.get(i % readers.size())) ? 1 : 0;
        }
        long most = 0;
        for (Reader reader : readers) {
            Rows rows = rows(reader);
            same(SearchQuery.of(""), reader);
            long found = search.search(SearchQuery.of(""), reader).total();
            if (found != rows.now()) {
                throw new IllegalStateException("%d things found, and %d may be".formatted(found, rows.now()));
            }
            if (rows.now() >= rows.withToken()) {
                throw new IllegalStateException("nothing is withheld, so that nothing is shown");
            }
            most = Math.max(most, rows.withToken() - rows.now());
        }
        return "Of %d queries %d were compared, the others found something only in other spellings: Search and Lucene alone found"
                        .formatted(queries.size(), compared)
                + " as many things in each. Of everything, each of %d readers finds by both what the database says, and none of what is"
                        .formatted(readers.size())
                + " under embargo or has expired (up to %,d that their tokens would admit).".formatted(most);
    }

    /** @return whether they could be compared: whoever finds next to nothing looks for similar words, which Lucene alone does not */
    private boolean same(SearchQuery query, Reader reader) {
        SearchResults found = search.search(query, reader);
        if (found.matching() != Matching.ALL_WORDS) {
            return false;
        }
        long total = alone.search(query, reader, false);
        if (found.total() != total) {
            throw new IllegalStateException(
                    "%d things found by Search and %d by Lucene alone: %s".formatted(found.total(), total, query));
        }
        return true;
    }

    private Rows rows(Reader reader) {
        return sql.sql("""
                        SELECT COUNT(*) AS with_token,
                               SUM((visible_from IS NULL OR visible_from <= :now)
                                   AND (visible_until IS NULL OR visible_until > :now)) AS findable
                          FROM search_entry e
                         WHERE EXISTS (SELECT 1 FROM search_entry_token t WHERE t.entry_id = e.id AND t.token IN (:tokens))
                        """)
                .param("now", LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC))
                .param("tokens", reader.tokens())
                .query((row, number) -> new Rows(row.getLong("with_token"), row.getLong("findable")))
                .single();
    }
}
