package org.safercommunities.portal.library;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.safercommunities.portal.shared.Dates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The topics (priorities and themes of the agreement) and kinds that documents are sorted by. The team edits them. */
@Service
public class Topics {

    private final JdbcClient jdbc;
    private final Clock clock;

    Topics(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that new documents may have, in the team's order: not retired, and of the agreement as it stands this year. */
    @Transactional(readOnly = true)
    public List<Topic> current() {
        return jdbc.sql("""
                        SELECT slug, name, theme FROM topic
                         WHERE NOT retired AND COALESCE(first_year, 0) <= :year AND COALESCE(last_year, 9999) >= :year
                         ORDER BY position, name
                        """)
                .param("year", Dates.today(clock).getYear())
                .query(Topic.class)
                .list();
    }

    /** Every topic that ever was, in the team's order. */
    @Transactional(readOnly = true)
    public List<Topic> all() {
        return jdbc.sql("SELECT slug, name, theme FROM topic ORDER BY position, name")
                .query(Topic.class)
                .list();
    }

    /** Names of all topics that ever were, by slug. */
    @Transactional(readOnly = true)
    public Map<String, String> names() {
        return all().stream().collect(Collectors.toMap(Topic::slug, Topic::name));
    }

    /** Every kind that ever was, in the team's order. */
    @Transactional(readOnly = true)
    public List<Kind> kinds() {
        return jdbc.sql("SELECT slug, name FROM document_kind ORDER BY position, name")
                .query(Kind.class)
                .list();
    }

    /** Those that new documents may have. */
    @Transactional(readOnly = true)
    public List<Kind> currentKinds() {
        return jdbc.sql("SELECT slug, name FROM document_kind WHERE NOT retired ORDER BY position, name")
                .query(Kind.class)
                .list();
    }

    /** For how long documents of a kind are kept; empty when nothing is said. */
    Optional<Keeping> keepingOf(String kind) {
        return jdbc.sql("SELECT name AS kind, retention_months AS months FROM document_kind"
                        + " WHERE slug = ? AND retention_months IS NOT NULL")
                .param(kind)
                .query(Keeping.class)
                .optional();
    }

    void check(DocumentDescription description) {
        if (kinds().stream().noneMatch(kind -> kind.slug().equals(description.kind()))) {
            throw new InvalidDocument(
                    "kind",
                    "“%s” is not a kind of document. Use one of: %s"
                            .formatted(
                                    description.kind(),
                                    kinds().stream().map(Kind::slug).collect(Collectors.joining(", "))));
        }
        Map<String, String> known = names();
        for (String topic : description.topics()) {
            if (!known.containsKey(topic)) {
                throw new InvalidDocument(
                        "topics",
                        "“%s” is not a topic. Use some of: %s".formatted(topic, String.join(", ", known.keySet())));
            }
        }
    }

    /** @param theme whether it is a cross-cutting theme rather than a priority */
    public record Topic(String slug, String name, boolean theme) {}

    public record Kind(String slug, String name) {}

    /** @param months after publication */
    record Keeping(String kind, int months) {}
}
