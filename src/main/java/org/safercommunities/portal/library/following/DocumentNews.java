package org.safercommunities.portal.library.following;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.library.DocumentAppeared;
import org.safercommunities.portal.library.VersionAdded;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes what is new of a document, in the transaction in which it happens: a row, whoever follows it. {@link NewsTelling} tells them
 * soon after the commit, so that nobody who publishes waits for thousands of followers.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class DocumentNews {

    static final String PUBLISHED = "PUBLISHED";
    static final String VERSION = "VERSION";

    private final JdbcClient jdbc;
    private final Clock clock;

    DocumentNews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A document can be seen by its readers from now on: it was published, or its embargo is over. May be said again; whoever was
     * told is not told twice, and whoever could not see it the first time is.
     *
     * @param actor who did it, and so need not be told; null for the portal itself
     */
    public void becameVisible(UUID document, @Nullable UUID actor) {
        note(document, PUBLISHED, 0, actor);
    }

    /** A document has a new version that its readers get from now on. */
    public void newVersion(UUID document, int number, @Nullable UUID actor) {
        note(document, VERSION, number, actor);
    }

    @EventListener
    void on(DocumentAppeared message) {
        becameVisible(message.document(), message.actor());
    }

    @EventListener
    void on(VersionAdded message) {
        if (message.number() > 1) {
            newVersion(message.document(), message.number(), message.actor());
        }
    }

    private void note(UUID document, String occasion, int number, @Nullable UUID actor) {
        jdbc.sql("""
                INSERT INTO document_news (document_id, occasion, number, actor, at)
                VALUES (:document, :occasion, :number, :actor, :now)
                ON DUPLICATE KEY UPDATE at = :now, told_at = NULL, searched_at = NULL
                """)
                .param("document", document.toString())
                .param("occasion", occasion)
                .param("number", number)
                .param("actor", Sql.textOrNull(actor))
                .param("now", Sql.utc(clock.instant()))
                .update();
    }
}
