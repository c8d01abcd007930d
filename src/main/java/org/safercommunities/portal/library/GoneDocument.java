package org.safercommunities.portal.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Sql;

/**
 * What stands in the place of a document that is not there any more.
 *
 * @param withdrawn whether it was taken back; if not, it has expired
 * @param reason of the withdrawal; empty when it expired
 * @param replacedBy the document to use instead, when there is one that this reader may see
 */
public record GoneDocument(
        String title,
        boolean withdrawn,
        Instant at,
        String reason,
        @Nullable UUID replacedBy) {

    static GoneDocument of(ResultSet row, int number) throws SQLException {
        boolean withdrawn = row.getString("state").equals(DocumentState.WITHDRAWN.name());
        String reason = row.getString("withdrawn_reason");
        return new GoneDocument(
                row.getString("title"),
                withdrawn,
                Sql.moment(row, withdrawn ? "withdrawn_at" : "visible_until"),
                reason == null ? "" : reason,
                Sql.idOrNull(row, "replaced_by"));
    }

    GoneDocument withoutHidden(WhoMaySeeDocument rule, Reader reader) {
        return replacedBy == null || rule.admits(reader, replacedBy)
                ? this
                : new GoneDocument(title, withdrawn, at, reason, null);
    }
}
