package org.safercommunities.portal.agencies.sharing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of the agreement. */
@Component
class SharingRows {

    private final JdbcClient jdbc;

    SharingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    List<AgreementVersion> versions() {
        return jdbc.sql("SELECT version, in_force_from FROM sharing_agreement"
                        + " ORDER BY in_force_from IS NULL DESC, in_force_from DESC, added_at DESC")
                .query((row, number) ->
                        new AgreementVersion(row.getString("version"), Sql.instant(row, "in_force_from")))
                .list();
    }

    void add(String version, Instant now) {
        jdbc.sql("INSERT INTO sharing_agreement (version, added_at) VALUES (?, ?)")
                .param(version)
                .param(Sql.utc(now))
                .update();
    }

    void inForceFrom(String version, Instant from) {
        jdbc.sql("UPDATE sharing_agreement SET in_force_from = ? WHERE version = ?")
                .param(Sql.utc(from))
                .param(version)
                .update();
    }

    /** Those that were not taken back, by agency; the newest first. */
    Map<String, List<Signature>> signatures() {
        return jdbc
                .sql("SELECT * FROM sharing_signature WHERE taken_back_at IS NULL ORDER BY recorded_at DESC")
                .query(SharingRows::signature)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Signature::agency));
    }

    List<Signature> signatures(String agency) {
        return jdbc.sql(
                        "SELECT * FROM sharing_signature WHERE agency = ? AND taken_back_at IS NULL ORDER BY recorded_at DESC")
                .param(agency)
                .query(SharingRows::signature)
                .list();
    }

    void add(Signature signature, Instant now) {
        jdbc.sql("INSERT INTO sharing_signature (id, agency, version, signed_on, signed_by, valid_until, recorded_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .param(signature.id().toString())
                .param(signature.agency())
                .param(signature.version())
                .param(signature.on())
                .param(signature.by())
                .param(Sql.utcOrNull(signature.until()))
                .param(Sql.utc(now))
                .update();
    }

    boolean takeBack(UUID id, String agency, Instant now) {
        return jdbc.sql(
                                "UPDATE sharing_signature SET taken_back_at = ? WHERE id = ? AND agency = ? AND taken_back_at IS NULL")
                        .param(Sql.utc(now))
                        .param(id.toString())
                        .param(agency)
                        .update()
                > 0;
    }

    /** Whoever notes it tells; another process at the same moment finds it there. */
    boolean isFirst(String agency, Instant lapses, int days, Instant now) {
        return jdbc.sql("INSERT IGNORE INTO sharing_notice (agency, lapses_at, days, sent_at) VALUES (?, ?, ?, ?)")
                        .param(agency)
                        .param(Sql.utc(lapses))
                        .param(days)
                        .param(Sql.utc(now))
                        .update()
                > 0;
    }

    /** The coordinators of an agency, and every administrator, as long as they are members. */
    Set<UUID> toldOf(String agency) {
        return Set.copyOf(jdbc.sql("""
                SELECT DISTINCT r.person_id FROM person_role r
                  JOIN membership m ON m.person_id = r.person_id AND m.ended_at IS NULL
                  JOIN agency a ON a.slug = m.agency AND a.ended_at IS NULL
                 WHERE r.role = 'ADMINISTRATOR' OR r.role = 'COORDINATOR' AND m.agency = ?
                """)
                .param(agency)
                .query((row, number) -> Sql.id(row, "person_id"))
                .list());
    }

    private static Signature signature(ResultSet row, int number) throws SQLException {
        return new Signature(
                Sql.id(row, "id"),
                row.getString("agency"),
                row.getString("version"),
                row.getObject("signed_on", LocalDate.class),
                row.getString("signed_by"),
                Sql.instant(row, "valid_until"));
    }
}
