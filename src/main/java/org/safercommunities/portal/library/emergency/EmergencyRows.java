package org.safercommunities.portal.library.emergency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what was opened in emergencies. */
@Component
class EmergencyRows {

    private static final String SELECT =
            "SELECT e.*, p.name FROM emergency_access e JOIN person p ON p.id = e.person_id WHERE ";

    private final JdbcClient jdbc;

    EmergencyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Emergency add(UUID document, UUID person, String reason, Instant now, Instant until) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO emergency_access (id, document_id, person_id, reason, opened_at, until_at)
                        VALUES (:id, :document, :person, :reason, :now, :until)
                        """)
                .param("id", id.toString())
                .param("document", document.toString())
                .param("person", person.toString())
                .param("reason", reason)
                .param("now", Sql.utc(now))
                .param("until", Sql.utc(until))
                .update();
        return hold(id).orElseThrow();
    }

    /** So that one person opens one after the other. */
    void holdPerson(UUID person) {
        jdbc.sql("SELECT id FROM person WHERE id = ? FOR UPDATE")
                .param(person.toString())
                .query(String.class)
                .optional();
    }

    /** How many somebody has open. */
    int open(UUID person, Instant now) {
        return jdbc.sql(
                        "SELECT COUNT(*) FROM emergency_access WHERE person_id = ? AND ended_at IS NULL AND until_at > ?")
                .params(person.toString(), Sql.utc(now))
                .query(Integer.class)
                .single();
    }

    Optional<Emergency> current(UUID document, UUID person, Instant now) {
        return jdbc.sql(SELECT + "e.document_id = ? AND e.person_id = ? AND e.ended_at IS NULL AND e.until_at > ?"
                        + " ORDER BY e.until_at DESC LIMIT 1")
                .params(document.toString(), person.toString(), Sql.utc(now))
                .query(EmergencyRows::emergency)
                .optional();
    }

    /** Held until the end of the transaction. */
    Optional<Emergency> hold(UUID id) {
        return jdbc.sql(SELECT + "e.id = ? FOR UPDATE")
                .param(id.toString())
                .query(EmergencyRows::emergency)
                .optional();
    }

    List<Emergency> all() {
        return jdbc.sql(SELECT + "TRUE ORDER BY e.reviewed_at IS NOT NULL, e.opened_at DESC LIMIT 200")
                .query(EmergencyRows::emergency)
                .list();
    }

    int toReview(UUID but, Instant now) {
        return jdbc.sql("SELECT COUNT(*) FROM emergency_access WHERE reviewed_at IS NULL AND person_id <> ?"
                        + " AND (ended_at IS NOT NULL OR until_at <= ?)")
                .params(but.toString(), Sql.utc(now))
                .query(Integer.class)
                .single();
    }

    void end(UUID id, @Nullable UUID by, Instant now) {
        jdbc.sql("UPDATE emergency_access SET ended_at = :now, ended_by = :by WHERE id = :id")
                .param("now", Sql.utc(now))
                .param("by", Sql.textOrNull(by))
                .param("id", id.toString())
                .update();
    }

    void review(UUID id, boolean right, String words, UUID by, Instant now) {
        jdbc.sql("""
                        UPDATE emergency_access SET reviewed_at = :now, reviewed_by = :by, was_right = :right, review = :words
                         WHERE id = :id
                        """)
                .param("now", Sql.utc(now))
                .param("by", by.toString())
                .param("right", right)
                .param("words", words)
                .param("id", id.toString())
                .update();
    }

    private static Emergency emergency(ResultSet row, int number) throws SQLException {
        UUID reviewer = Sql.idOrNull(row, "reviewed_by");
        return new Emergency(
                Sql.id(row, "id"),
                Sql.id(row, "document_id"),
                Sql.id(row, "person_id"),
                row.getString("name"),
                row.getString("reason"),
                Sql.moment(row, "opened_at"),
                Sql.moment(row, "until_at"),
                Sql.instant(row, "ended_at"),
                reviewer,
                reviewer == null ? null : row.getBoolean("was_right"),
                row.getString("review"));
    }
}
