package org.safercommunities.portal.agencies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.AgencyEndings.Ending;
import org.safercommunities.portal.shared.Sql;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which agencies somebody wants to end, until it lapses. */
@Component
class AgencyEndingRows {

    private static final String ENDINGS = """
            SELECT e.id, e.agency, e.into_agency, e.reason, e.asked_by, p.name, e.asked_at
              FROM agency_ending e JOIN person p ON p.id = e.asked_by WHERE e.asked_at > ?
            """;

    private final JdbcClient jdbc;
    private final Duration lapse;

    AgencyEndingRows(JdbcClient jdbc, @Value("${portal.second-person.lapse}") Duration lapse) {
        if (!lapse.isPositive()) {
            throw new IllegalArgumentException("PORTAL_SECOND_PERSON_LAPSE is how long an asking waits: 48h, 7d");
        }
        this.jdbc = jdbc;
        this.lapse = lapse;
    }

    /** @param fingerprint of what the second one agrees to, see {@link AgencyEndings} */
    record Asked(UUID id, String agency, @Nullable String into, String fingerprint, UUID by, Instant at) {}

    Optional<Ending> waiting(String agency, Instant now) {
        return jdbc.sql(ENDINGS + " AND e.agency = ?")
                .params(notLapsed(now), agency)
                .query(this::ending)
                .optional();
    }

    List<Ending> waiting(Instant now) {
        return jdbc.sql(ENDINGS + " ORDER BY e.asked_at, e.id")
                .param(notLapsed(now))
                .query(this::ending)
                .list();
    }

    List<String> toAnswer(UUID by, Instant now) {
        return jdbc.sql("""
                        SELECT e.agency FROM agency_ending e JOIN person o ON o.id = e.asked_by JOIN person p ON p.id = ?
                         WHERE e.asked_at > ? AND LOWER(o.email) <> LOWER(p.email) ORDER BY e.asked_at
                        """)
                .params(by.toString(), notLapsed(now))
                .query(String.class)
                .list();
    }

    List<String> couldAgree(UUID asker) {
        return jdbc.sql("""
                        SELECT p.name FROM person_role r JOIN person p ON p.id = r.person_id
                          JOIN membership m ON m.person_id = p.id AND m.ended_at IS NULL
                          JOIN agency a ON a.slug = m.agency AND a.ended_at IS NULL
                         WHERE r.role = 'ADMINISTRATOR' AND p.id <> :asker
                           AND LOWER(p.email) <> (SELECT LOWER(o.email) FROM person o WHERE o.id = :asker)
                         ORDER BY p.name, p.id
                        """)
                .param("asker", asker.toString())
                .query(String.class)
                .list();
    }

    void add(String agency, @Nullable String into, String fingerprint, String reason, UUID asker, Instant now) {
        jdbc.sql("""
                        INSERT INTO agency_ending (id, agency, into_agency, fingerprint, reason, asked_by, asked_at)
                        VALUES (:id, :agency, :into, :fingerprint, :reason, :by, :now)
                        """)
                .param("id", UUID.randomUUID().toString())
                .param("agency", agency)
                .param("into", into)
                .param("fingerprint", fingerprint)
                .param("reason", reason)
                .param("by", asker.toString())
                .param("now", Sql.utc(now))
                .update();
    }

    /** Slug of the agency that this one is to become part of; empty when it ends, or nothing waits. */
    Optional<String> into(String agency, UUID id) {
        return jdbc.sql("SELECT COALESCE(into_agency, '') FROM agency_ending WHERE agency = ? AND id = ?")
                .params(agency, id.toString())
                .query(String.class)
                .optional()
                .filter(slug -> !slug.isEmpty());
    }

    /** Held until the end of the transaction. */
    Optional<Asked> hold(String agency, UUID id, Instant now) {
        return jdbc.sql("""
                        SELECT id, agency, into_agency, fingerprint, asked_by, asked_at FROM agency_ending
                         WHERE agency = ? AND id = ? AND asked_at > ? FOR UPDATE
                        """)
                .params(agency, id.toString(), notLapsed(now))
                .query(AgencyEndingRows::asked)
                .optional();
    }

    void forget(String agency) {
        jdbc.sql("DELETE FROM agency_ending WHERE agency = ?").param(agency).update();
    }

    private LocalDateTime notLapsed(Instant now) {
        return Sql.utc(now.minus(lapse));
    }

    private Ending ending(ResultSet row, int number) throws SQLException {
        Instant at = Sql.moment(row, "asked_at");
        return new Ending(
                Sql.id(row, "id"),
                row.getString("agency"),
                row.getString("into_agency"),
                row.getString("reason"),
                Sql.id(row, "asked_by"),
                row.getString("name"),
                at,
                at.plus(lapse));
    }

    private static Asked asked(ResultSet row, int number) throws SQLException {
        return new Asked(
                Sql.id(row, "id"),
                row.getString("agency"),
                row.getString("into_agency"),
                row.getString("fingerprint"),
                Sql.id(row, "asked_by"),
                Sql.moment(row, "asked_at"));
    }
}
