package org.safercommunities.portal.library;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Dates;
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
    private final PersonList people;

    TwoForEarlyDeletion(JdbcClient jdbc, PersonList people) {
        this.jdbc = jdbc;
        this.people = people;
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

    /** @throws InvalidDocument when this editor, under this account or another with their address, was the last to make it go sooner */
    void unlessOnlyOne(Document document, Reader by) {
        if (document.publishedAt() == null) {
            return;
        }
        List<Change> changes = jdbc.sql("""
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
                .list();
        UUID hurried = changes.isEmpty()
                ? whoSetItAtFirst(document)
                : changes.stream()
                        .filter(Change::hurries)
                        .findFirst()
                        .map(Change::actor)
                        .orElse(null);
        if (hurried != null && people.sameAddress(hurried, by.personId())) {
            throw new InvalidDocument(
                    "disposeOn",
                    "You were the one who made it go before its time. Another editor has to approve that it is deleted for good");
        }
    }

    /**
     * A day that came with the document is no change of it: whoever put it in chose that day, unless its kind did. One that lies a year
     * ahead or more is a plan, and no way to be rid of something.
     */
    private @Nullable UUID whoSetItAtFirst(Document document) {
        String basis = document.term().retentionBasis();
        LocalDate due = document.term().disposeOn();
        LocalDate out = LocalDate.ofInstant(Objects.requireNonNull(document.publishedAt()), Dates.KENT);
        boolean planned = due == null || !due.isBefore(out.plusYears(1));
        return planned || basis != null && basis.startsWith(Document.BY_ITS_KIND)
                ? null
                : jdbc.sql("SELECT added_by FROM document_version WHERE document_id = ? ORDER BY number LIMIT 1")
                        .param(document.id().toString())
                        .query((row, number) -> Sql.id(row, "added_by"))
                        .optional()
                        .orElse(null);
    }
}
