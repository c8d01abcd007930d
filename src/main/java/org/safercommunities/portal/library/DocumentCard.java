package org.safercommunities.portal.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.storage.FileScan;
import org.safercommunities.portal.storage.FileScans;

/**
 * A document as it stands in a list.
 *
 * @param out whether it is published, and neither before nor after its time
 * @param handling what to heed with it; null when nothing is said
 * @param scan whether the virus scanner lets its file out
 * @param when its publication; for a draft the moment it was put in
 */
public record DocumentCard(
        UUID id,
        String title,
        String description,
        String kind,
        Marking marking,
        String agency,
        DocumentState state,
        boolean out,
        @Nullable Instant visibleFrom,
        @Nullable Instant visibleUntil,
        @Nullable LocalDate reviewOn,
        @Nullable LocalDate disposeOn,
        Instant when,
        int version,
        String sha256,
        long size,
        String mediaType,
        String fileName,
        ReadingState reading,
        @Nullable String readingReason,
        @Nullable Integer pages,
        List<String> higherMarkings,
        @Nullable String handling,
        FileScan scan,
        List<String> topics) {

    static DocumentCard of(ResultSet row, int number) throws SQLException {
        LocalDateTime published = row.getObject("published_at", LocalDateTime.class);
        LocalDateTime created = row.getObject("created_at", LocalDateTime.class);
        return new DocumentCard(
                UUID.fromString(row.getString("id")),
                row.getString("title"),
                row.getString("description"),
                row.getString("kind"),
                Marking.valueOf(row.getString("marking")),
                row.getString("agency"),
                DocumentState.valueOf(row.getString("state")),
                row.getBoolean("is_out"),
                Sql.instant(row, "visible_from"),
                Sql.instant(row, "visible_until"),
                row.getObject("review_on", LocalDate.class),
                row.getObject("dispose_on", LocalDate.class),
                (published == null ? created : published).toInstant(ZoneOffset.UTC),
                row.getInt("number"),
                row.getString("sha256"),
                row.getLong("size"),
                row.getString("media_type"),
                row.getString("file_name"),
                ReadingState.valueOf(row.getString("reading")),
                row.getString("reading_reason"),
                row.getObject("pages") == null ? null : row.getInt("pages"),
                split(row.getString("higher_markings"), "\\|"),
                row.getString("handling"),
                FileScans.read(row),
                split(row.getString("topics"), ","));
    }

    private static List<String> split(@Nullable String joined, String by) {
        return joined == null || joined.isEmpty() ? List.of() : List.of(joined.split(by));
    }
}
