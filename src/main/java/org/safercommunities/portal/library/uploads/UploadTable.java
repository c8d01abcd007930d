package org.safercommunities.portal.library.uploads;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of uploads. */
@Repository
class UploadTable {

    private static final String ROW =
            "SELECT id, owner, purpose, document_id, file_name, last_modified, metadata, length, received, sha256, state,"
                    + " expires_at FROM document_upload WHERE ";

    /** Nothing of people whose data is held is deleted. */
    private static final String NOT_HELD = "owner NOT IN (SELECT h.person_id FROM person_held h)";

    private final JdbcClient jdbc;

    UploadTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What of one person lies here: how many uploads, and how many bytes they are to have together. Without what lies here only because
     * it is held.
     */
    record Waiting(int count, long bytes) {}

    Optional<Upload> find(UUID id) {
        return jdbc.sql(ROW + "id = ?")
                .param(id.toString())
                .query(UploadTable::row)
                .optional();
    }

    Optional<Upload> ofKey(UUID owner, String key) {
        return jdbc.sql(ROW + "owner = ? AND client_key = ?")
                .params(owner.toString(), key)
                .query(UploadTable::row)
                .optional();
    }

    /** Of one person, the newest first. */
    List<Upload> waiting(UUID owner, Upload.Purpose purpose, Instant now) {
        return jdbc.sql(ROW + "owner = ? AND state = 'OPEN' AND purpose = ? AND expires_at > ?"
                        + " ORDER BY created_at DESC, id LIMIT 200")
                .params(owner.toString(), purpose.name(), Sql.utc(now))
                .query(UploadTable::row)
                .list();
    }

    Waiting waiting(UUID owner) {
        return jdbc.sql("SELECT COUNT(*) AS count, COALESCE(SUM(length), 0) AS bytes FROM document_upload"
                        + " WHERE owner = ? AND state = 'OPEN' AND (expires_at > UTC_TIMESTAMP(6) OR " + NOT_HELD + ")")
                .param(owner.toString())
                .query((row, number) -> new Waiting(row.getInt("count"), row.getLong("bytes")))
                .single();
    }

    List<Upload> expired(Instant now) {
        return jdbc.sql(ROW + "expires_at <= ? AND " + NOT_HELD + " ORDER BY expires_at LIMIT 500")
                .param(Sql.utc(now))
                .query(UploadTable::row)
                .list();
    }

    void insert(Upload upload, @Nullable String key, Instant now) {
        jdbc.sql("""
                INSERT INTO document_upload (id, owner, purpose, document_id, file_name, last_modified, client_key, metadata,
                                             length, received, state, created_at, expires_at)
                VALUES (:id, :owner, :purpose, :document, :name, :modified, :key, :metadata, :length, 0, 'OPEN', :now, :expires)
                """)
                .param("id", upload.id().toString())
                .param("owner", upload.owner().toString())
                .param("purpose", upload.purpose().name())
                .param(
                        "document",
                        upload.document() == null ? null : upload.document().toString())
                .param("name", upload.fileName())
                .param("modified", upload.lastModified())
                .param("key", key)
                .param("metadata", upload.metadata())
                .param("length", upload.length())
                .param("now", Sql.utc(now))
                .param("expires", Sql.utc(upload.expires()))
                .update();
    }

    long received(UUID id) {
        return jdbc.sql("SELECT received FROM document_upload WHERE id = ?")
                .param(id.toString())
                .query(Long.class)
                .optional()
                .orElseThrow(UploadRefused::unknown);
    }

    void received(UUID id, long bytes, Instant expires) {
        jdbc.sql("UPDATE document_upload SET received = ?, expires_at = ? WHERE id = ? AND state = 'OPEN'")
                .params(bytes, Sql.utc(expires), id.toString())
                .update();
    }

    void reckoned(UUID id, String sha256) {
        jdbc.sql("UPDATE document_upload SET sha256 = ? WHERE id = ?")
                .params(sha256, id.toString())
                .update();
    }

    /** Whether it was there to be used. */
    boolean use(UUID id) {
        return jdbc.sql("UPDATE document_upload SET state = 'USED' WHERE id = ? AND state = 'OPEN'")
                        .param(id.toString())
                        .update()
                == 1;
    }

    /** Whether it was there to be deleted, unless it has been given more time, or is held, since. */
    boolean delete(UUID id, Instant expiredBy) {
        return jdbc.sql("DELETE FROM document_upload WHERE id = ? AND expires_at <= ? AND " + NOT_HELD)
                        .params(id.toString(), Sql.utc(expiredBy))
                        .update()
                == 1;
    }

    boolean delete(UUID id) {
        return jdbc.sql("DELETE FROM document_upload WHERE id = ?")
                        .param(id.toString())
                        .update()
                == 1;
    }

    boolean refersTo(String sha256) {
        return jdbc.sql("SELECT COUNT(*) FROM document_upload WHERE sha256 = ? AND state = 'OPEN'")
                        .param(sha256)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static Upload row(ResultSet row, int number) throws SQLException {
        long modified = row.getLong("last_modified");
        Long lastModified = row.wasNull() ? null : modified;
        return new Upload(
                Sql.id(row, "id"),
                Sql.id(row, "owner"),
                Upload.Purpose.valueOf(row.getString("purpose")),
                Sql.idOrNull(row, "document_id"),
                row.getString("file_name"),
                lastModified,
                row.getString("metadata"),
                row.getLong("length"),
                row.getLong("received"),
                row.getString("sha256"),
                row.getString("state").equals("USED"),
                Sql.moment(row, "expires_at"));
    }
}
