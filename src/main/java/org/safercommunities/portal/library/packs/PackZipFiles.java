package org.safercommunities.portal.library.packs;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.WhoMaySeeDocument;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.storage.FileScans;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is put into a zip for one member, if at this moment the reader may see the pack, and the document in it, and the virus
 * scanner has passed its file.
 */
@Component
class PackZipFiles {

    private final JdbcClient jdbc;

    PackZipFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record File(
            UUID document,
            String title,
            Marking marking,
            int number,
            String sha256,
            long size,
            String fileName,
            String mediaType,
            Instant addedAt) {}

    // No transaction: one statement, and its connection is back before the first byte goes out
    Optional<File> open(UUID pack, UUID member, Reader reader) {
        return jdbc.sql("""
                        SELECT d.id, d.title, d.marking, v.number, v.sha256, v.size, v.file_name, v.media_type, v.added_at
                          FROM pack_member m JOIN pack p ON p.id = m.pack_id JOIN document d ON d.id = m.document_id
                          JOIN document_version v ON v.document_id = d.id AND v.number = d.current_number
                         WHERE m.id = :member AND m.pack_id = :pack AND\s""" + WhoMaySeePack.CONDITION + " AND " + WhoMaySeeDocument.CONTENTS
                        + " AND NOT " + FileScans.held("v.sha256", "v.added_at"))
                .params(reader.parameters())
                .param("member", member.toString())
                .param("pack", pack.toString())
                .query((row, number) -> new File(
                        Sql.id(row, "id"),
                        row.getString("title"),
                        Marking.valueOf(row.getString("marking")),
                        row.getInt("number"),
                        row.getString("sha256"),
                        row.getLong("size"),
                        row.getString("file_name"),
                        row.getString("media_type"),
                        Sql.moment(row, "added_at")))
                .optional();
    }
}
