package org.safercommunities.portal.library.contributions;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.storage.FileReferences;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long the files of offers are kept: of what waits until it is decided; of drafts, and of what was taken back or declined, for a
 * while. What is published the library keeps as its own.
 */
@Component
class OfferedFilesKept implements FileReferences {

    /** Nothing of people whose data is held goes. */
    private static final String LEFT =
            "state IN ('DRAFT', 'DECLINED') AND author NOT IN (SELECT h.person_id FROM person_held h)";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ContributionSettings settings;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    OfferedFilesKept(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ContributionSettings settings,
            ApplicationEventPublisher messages,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public boolean refersTo(String sha256) {
        return jdbc.sql("SELECT COUNT(*) FROM document_offer WHERE sha256 = ? AND state <> 'PUBLISHED'")
                        .param(sha256)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The bytes go with the next sweep, unless something else refers to them. */
    int letGo() {
        List<String> old = jdbc.sql("SELECT id FROM document_offer WHERE sha256 IS NOT NULL AND " + LEFT
                        + " AND changed_at < ? ORDER BY changed_at LIMIT 1000")
                .param(Sql.utc(settings.keptSince(clock.instant())))
                .query(String.class)
                .list();
        return old.stream()
                .mapToInt(id -> Objects.requireNonNull(transaction.execute(status -> letGo(id))))
                .sum();
    }

    long due(Instant by) {
        return jdbc.sql("SELECT COUNT(*) FROM document_offer WHERE sha256 IS NOT NULL AND " + LEFT
                        + " AND changed_at < ?")
                .param(Sql.utc(settings.keptSince(by)))
                .query(Long.class)
                .single();
    }

    private int letGo(String id) {
        // Its author may have sent it, or gone on writing, since it was found
        int gone = jdbc.sql("""
                        UPDATE document_offer SET sha256 = NULL, reading = NULL, pages = NULL, higher_markings = '',
                               file_gone_at = :now, version = version + 1
                         WHERE id = :id AND %s AND changed_at < :since
                        """.formatted(LEFT))
                .param("now", Sql.utc(clock.instant()))
                .param("id", id)
                .param("since", Sql.utc(settings.keptSince(clock.instant())))
                .update();
        if (gone == 1) {
            jdbc.sql("DELETE FROM document_offer_text WHERE offer_id = ?")
                    .param(id)
                    .update();
            messages.publishEvent(new ContributionMessage(UUID.fromString(id), "file-gone", Map.of(), null));
        }
        return gone;
    }
}
