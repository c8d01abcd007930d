package org.safercommunities.portal.library.following;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** News of documents as those who tell of it work on it. */
@Component
class NewsRows {

    private static final int AT_A_TIME = 50;

    /** A file whose words take longer to read is searched without them. */
    private static final Duration READ_WITHIN = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    NewsRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record News(
            long id,
            UUID document,
            String occasion,
            int number,
            @Nullable UUID actor,
            Instant at) {}

    /** Some of what nobody was told of yet, held until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<News> hold() {
        return jdbc.sql("""
                SELECT id, document_id, occasion, number, actor, at FROM document_news WHERE told_at IS NULL
                 ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED
                """).param("most", AT_A_TIME).query(NewsRows::news).list();
    }

    /**
     * Published documents over which saved searches have yet to run, as soon as their words were read. What was taken out again is no
     * part of them: it never comes into the index, and would keep those behind it waiting.
     *
     * @param after the one after which to begin; 0 for the first
     */
    @Transactional(readOnly = true)
    public List<News> toSearch(long after) {
        return jdbc.sql("""
                SELECT n.id, n.document_id, n.occasion, n.number, n.actor, n.at FROM document_news n
                  JOIN document d ON d.id = n.document_id
                  JOIN document_version v ON v.document_id = d.id AND v.number = d.current_number
                 WHERE n.id > :after AND n.searched_at IS NULL AND n.occasion = 'PUBLISHED' AND n.told_at IS NOT NULL
                   AND d.state = 'PUBLISHED'
                   AND (v.reading <> 'PENDING' OR n.at < :patient) ORDER BY n.id LIMIT :most
                """)
                .param("after", after)
                .param("patient", Sql.utc(clock.instant().minus(READ_WITHIN)))
                .param("most", AT_A_TIME)
                .query(NewsRows::news)
                .list();
    }

    /** Who follows a topic of each of these documents. */
    Map<UUID, Set<UUID>> followersOfTopics(Collection<UUID> documents) {
        Map<UUID, Set<UUID>> followers = new HashMap<>();
        if (!documents.isEmpty()) {
            jdbc.sql("""
                    SELECT t.document_id, f.person_id FROM document_topic t
                      JOIN library_follow f ON f.type = 'topic' AND f.thing = t.topic WHERE t.document_id IN (:ids)
                    """)
                    .param("ids", documents.stream().map(UUID::toString).toList())
                    .query(row -> {
                        followers
                                .computeIfAbsent(Sql.id(row, "document_id"), any -> new HashSet<>())
                                .add(Sql.id(row, "person_id"));
                    });
        }
        return followers;
    }

    void told(Collection<News> news) {
        mark("told_at", news);
    }

    void searched(Collection<News> news) {
        mark("searched_at", news);
    }

    private void mark(String column, Collection<News> news) {
        if (!news.isEmpty()) {
            jdbc.sql("UPDATE document_news SET %s = :now WHERE id IN (:ids)".formatted(column))
                    .param("now", Sql.utc(clock.instant()))
                    .param("ids", news.stream().map(News::id).toList())
                    .update();
        }
    }

    private static News news(ResultSet row, int number) throws SQLException {
        return new News(
                row.getLong("id"),
                Sql.id(row, "document_id"),
                row.getString("occasion"),
                row.getInt("number"),
                Sql.idOrNull(row, "actor"),
                Sql.moment(row, "at"));
    }
}
