package org.safercommunities.portal.library;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The topics (priorities and themes of the agreement) and kinds that documents are sorted by. The team edits them. */
@Service
public class Topics {

    private final JdbcClient jdbc;

    Topics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that new documents may have, in the team's order. */
    @Transactional(readOnly = true)
    public List<Topic> current() {
        return jdbc.sql("SELECT slug, name, theme FROM topic WHERE NOT retired ORDER BY position, name")
                .query(Topic.class)
                .list();
    }

    /** Names of all topics that ever were, by slug. */
    @Transactional(readOnly = true)
    public Map<String, String> names() {
        return jdbc.sql("SELECT slug, name, theme FROM topic").query(Topic.class).list().stream()
                .collect(Collectors.toMap(Topic::slug, Topic::name));
    }

    @Transactional(readOnly = true)
    public List<Kind> kinds() {
        return jdbc.sql("SELECT slug, name FROM document_kind ORDER BY position, name")
                .query(Kind.class)
                .list();
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
}
