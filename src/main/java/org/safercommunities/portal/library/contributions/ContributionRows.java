package org.safercommunities.portal.library.contributions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.ReadingState;
import org.safercommunities.portal.library.VersionSummary;
import org.safercommunities.portal.shared.Sql;

/** Reads rows of offered documents. */
final class ContributionRows {

    /** Up to the condition. The name of the agency by a query of its own, so that holding an offer holds no agency. */
    static final String SELECT = """
            SELECT o.*, (SELECT a.name FROM agency a WHERE a.slug = o.agency) AS agency_name FROM document_offer o
             WHERE\s""";

    private ContributionRows() {}

    static ContributionDetails details(ResultSet row, int number) throws SQLException {
        return new ContributionDetails(
                Sql.id(row, "id"),
                Sql.id(row, "author"),
                row.getString("agency"),
                row.getString("agency_name"),
                ContributionState.valueOf(row.getString("state")),
                content(row),
                file(row),
                Sql.instant(row, "file_gone_at"),
                Sql.idOrNull(row, "version_of"),
                Sql.idOrNull(row, "document_id"),
                row.getInt("version"),
                Sql.moment(row, "changed_at"),
                Sql.instant(row, "sent_at"),
                Sql.idOrNull(row, "decided_by"),
                Sql.instant(row, "decided_at"),
                row.getString("reason"));
    }

    private static ContributionContent content(ResultSet row) throws SQLException {
        return new ContributionContent(
                row.getString("title"),
                row.getString("description"),
                row.getString("kind"),
                words(row.getString("topics")),
                Marking.valueOf(row.getString("marking")),
                row.getString("handling"),
                row.getString("audience_wish"),
                row.getString("note"),
                row.getBoolean("named"),
                row.getBoolean("may_share"),
                row.getBoolean("no_personal_data"));
    }

    private static Set<String> words(String joined) {
        return Arrays.stream(joined.split(" ")).filter(one -> !one.isEmpty()).collect(Collectors.toSet());
    }

    private static @Nullable VersionSummary file(ResultSet row) throws SQLException {
        String sha256 = row.getString("sha256");
        if (sha256 == null) {
            return null;
        }
        int pages = row.getInt("pages");
        boolean counted = !row.wasNull();
        String markings = row.getString("higher_markings");
        return new VersionSummary(
                1,
                sha256,
                row.getLong("size"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getString("note"),
                Sql.id(row, "author"),
                Sql.moment(row, "file_added_at"),
                ReadingState.valueOf(row.getString("reading")),
                row.getString("reading_reason"),
                counted ? pages : null,
                markings.isEmpty() ? List.of() : List.of(markings.split("\\|")));
    }
}
