package org.safercommunities.portal.library.following;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.library.following.NewsRows.News;
import org.safercommunities.portal.notifications.notices.NoticeOccasion;
import org.safercommunities.portal.search.Search;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs saved searches over the documents that are new, each with the rights of whoever saved it: not at all while nothing is new, and
 * never over anything else. The index answers each of them without the database unless it finds something.
 */
@Component
class SavedSearchRuns {

    private static final int PAGE = 500;
    private static final Duration INDEXED_WITHIN = Duration.ofHours(1);

    /** Then the next run goes on, and between two of them the portal can be stopped. */
    private static final Duration LONGEST_RUN = Duration.ofSeconds(8);

    private final NewsRows rows;
    private final NewsTelling telling;
    private final Search search;
    private final Readers readers;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SavedSearchRuns(
            NewsRows rows,
            NewsTelling telling,
            Search search,
            Readers readers,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.telling = telling;
        this.search = search;
        this.readers = readers;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    private record Saved(UUID id, UUID person, String query, boolean documentsOnly, Instant created) {}

    /** Runs them over whatever is new and in the index by now, some at a time; what is not in it yet keeps nothing behind it waiting. */
    void catchUp() {
        Instant end = clock.instant().plus(LONGEST_RUN);
        List<News> waiting = rows.toSearch(0);
        while (!waiting.isEmpty()) {
            search(waiting);
            waiting = clock.instant().isBefore(end)
                    ? rows.toSearch(waiting.getLast().id())
                    : List.of();
        }
    }

    /**
     * They run before the commit that says so: stopped in between they run again, and whoever was told is not told twice.
     */
    private void search(List<News> waiting) {
        Set<UUID> findable = search.findable(
                DocumentSubjects.SOURCE, waiting.stream().map(News::document).toList());
        Instant givenUp = clock.instant().minus(INDEXED_WITHIN);
        List<News> ready = waiting.stream()
                .filter(news -> findable.contains(news.document()))
                .toList();
        // What was taken out again, or embargoed, never comes into the index
        List<News> over = waiting.stream()
                .filter(news -> !findable.contains(news.document()) && news.at().isBefore(givenUp))
                .toList();
        Map<UUID, Set<UUID>> found = ready.isEmpty() ? Map.of() : run(ready);
        transaction.executeWithoutResult(status -> {
            ready.forEach(news ->
                    telling.tell(found.getOrDefault(news.document(), Set.of()), NoticeOccasion.SEARCH_FOUND, news));
            rows.searched(ready);
            rows.searched(over);
        });
    }

    /** Who has saved a search that finds which of the documents. */
    private Map<UUID, Set<UUID>> run(List<News> ready) {
        Map<UUID, Set<UUID>> found = new HashMap<>();
        List<Saved> page = page(new UUID(0, 0));
        while (!page.isEmpty()) {
            Map<UUID, Reader> owners =
                    readers.ofAll(page.stream().map(Saved::person).collect(Collectors.toSet())).stream()
                            .collect(Collectors.toMap(Reader::personId, Function.identity()));
            for (Saved saved : page) {
                Reader owner = owners.get(saved.person());
                List<UUID> newer = new ArrayList<>();
                ready.stream()
                        .filter(news -> news.at().isAfter(saved.created()))
                        .forEach(news -> newer.add(news.document()));
                if (owner != null && !newer.isEmpty()) {
                    search.among(
                                    DocumentSubjects.SOURCE,
                                    newer,
                                    SavedQuery.of(saved.query(), saved.documentsOnly())
                                            .query(),
                                    owner)
                            .forEach(document -> found.computeIfAbsent(document, any -> new HashSet<>())
                                    .add(saved.person()));
                }
            }
            page = page(page.getLast().id());
        }
        return found;
    }

    private List<Saved> page(UUID after) {
        return jdbc.sql("""
                SELECT id, person_id, query, documents_only, created_at FROM saved_search WHERE id > :after ORDER BY id LIMIT :most
                """)
                .param("after", after.toString())
                .param("most", PAGE)
                .query((row, number) -> new Saved(
                        Sql.id(row, "id"),
                        Sql.id(row, "person_id"),
                        row.getString("query"),
                        row.getBoolean("documents_only"),
                        Sql.moment(row, "created_at")))
                .list();
    }
}
