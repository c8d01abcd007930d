package org.safercommunities.portal.library;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rule that two people delete a document before its time: whoever took it out, or brought the day forward until which it is kept,
 * does not also approve that it is deleted for good. A document that goes when its kind said it would needs one, and so does a draft
 * that nobody else ever saw.
 */
@Component
class TwoForEarlyDeletion {

    private final JdbcClient jdbc;

    TwoForEarlyDeletion(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Change(
            @Nullable UUID actor,
            DocumentField what,
            @Nullable String before,
            @Nullable String after) {

        /** Made it go sooner. The history has days as 2026-11-30. */
        boolean hurries() {
            return what == DocumentField.STATE
                    || after != null
                            && (before == null || LocalDate.parse(after).isBefore(LocalDate.parse(before)));
        }
    }

    /** @throws InvalidDocument when this editor was the last to make it go sooner */
    void unlessOnlyOne(Document document, Reader by) {
        if (document.publishedAt() == null) {
            return;
        }
        jdbc
                .sql("""
                        SELECT actor, what, before_text, after_text FROM document_change
                         WHERE document_id = :id AND (what = 'DISPOSAL' OR what = 'STATE' AND after_text = 'Removed')
                         ORDER BY id DESC
                        """)
                .param("id", document.id().toString())
                .query((row, number) -> new Change(
                        Sql.idOrNull(row, "actor"),
                        DocumentField.valueOf(row.getString("what")),
                        row.getString("before_text"),
                        row.getString("after_text")))
                .list()
                .stream()
                .filter(Change::hurries)
                .findFirst()
                .filter(last -> by.personId().equals(last.actor()))
                .ifPresent(last -> {
                    throw new InvalidDocument(
                            "disposeOn",
                            "You were the one who made it go before its time. Another editor has to approve that it is deleted for good");
                });
    }
}
