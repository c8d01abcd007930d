package org.safercommunities.portal.agencies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads people for lists: one statement each, whatever the length. Who may ask for a list is for the caller to check. */
@Service
public class PersonList {

    private static final String SELECT = """
            SELECT p.id, p.email, p.name, p.provider, p.last_sign_in_at, m.agency, m.ended_at, m.since, m.confirmed_at,
                   (SELECT GROUP_CONCAT(r.role) FROM person_role r WHERE r.person_id = p.id) AS roles
            FROM person p
            JOIN membership m ON m.person_id = p.id
             AND m.since = (SELECT MAX(last.since) FROM membership last WHERE last.person_id = p.id)
            """;

    private final JdbcClient jdbc;

    PersonList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<PersonSummary> find(UUID id) {
        return jdbc.sql(SELECT + " WHERE p.id = ?")
                .param(id.toString())
                .query(PersonList::person)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<PersonSummary> findByEmail(String email) {
        return jdbc.sql(SELECT + " WHERE p.email = ? ORDER BY m.ended_at IS NULL DESC, p.created_at LIMIT 1")
                .param(Person.normalised(email))
                .query(PersonList::person)
                .optional();
    }

    /** Whether an account in Keycloak is somebody's. */
    @Transactional(readOnly = true)
    public boolean knows(String subject) {
        return jdbc.sql("SELECT COUNT(*) FROM person WHERE subject = ?")
                        .param(subject)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** People whose name or address contains the text, those of one agency when it is given; active ones first. */
    @Transactional(readOnly = true)
    public List<PersonSummary> search(String text, @Nullable String agency, int offset, int limit) {
        return jdbc.sql(SELECT + WHERE + " ORDER BY m.ended_at IS NOT NULL, p.name, p.id LIMIT :limit OFFSET :offset")
                .param("text", like(text))
                .param("agency", agency)
                .param("limit", limit)
                .param("offset", offset)
                .query(PersonList::person)
                .list();
    }

    @Transactional(readOnly = true)
    public int count(String text, @Nullable String agency) {
        return jdbc.sql("SELECT COUNT(*) FROM (" + SELECT + WHERE + ") found")
                .param("text", like(text))
                .param("agency", agency)
                .query(Integer.class)
                .single();
    }

    private static final String WHERE = """
             WHERE (p.name LIKE :text OR p.email LIKE LOWER(:text))
               AND (:agency IS NULL OR m.agency = :agency)
            """;

    /** How many people each agency has now, by its slug; agencies without any are left out. */
    @Transactional(readOnly = true)
    public Map<String, Integer> countByAgency() {
        return jdbc
                .sql("SELECT agency, COUNT(*) AS people FROM membership WHERE ended_at IS NULL GROUP BY agency")
                .query((row, number) -> Map.entry(row.getString("agency"), row.getInt("people")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Who of an agency is still to be answered in its {@linkplain MembershipReviews review}, by name. */
    List<PersonSummary> toReview(String agency, int offset, int limit) {
        return jdbc.sql(SELECT
                        + " JOIN membership_review r ON r.agency = m.agency AND r.finished_at IS NULL WHERE r.agency = :agency AND "
                        + MembershipReviews.LEFT + " ORDER BY p.name, p.id LIMIT :limit OFFSET :offset")
                .param("agency", agency)
                .param("limit", limit)
                .param("offset", offset)
                .query(PersonList::person)
                .list();
    }

    /** The coordinators of an agency who may sign in, by name. */
    @Transactional(readOnly = true)
    public List<PersonSummary> coordinators(String agency) {
        return jdbc.sql(SELECT + """
                         JOIN person_role coordinates ON coordinates.person_id = p.id AND coordinates.role = 'COORDINATOR'
                        WHERE m.agency = ? AND m.ended_at IS NULL ORDER BY p.name, p.id
                        """).param(agency).query(PersonList::person).list();
    }

    /** Whether two accounts have one address, and so are one person as far as anybody can tell; each has with itself. */
    @Transactional(readOnly = true)
    public boolean sameAddress(UUID one, UUID other) {
        return jdbc.sql("SELECT COUNT(*) FROM person a JOIN person b ON LOWER(a.email) = LOWER(b.email)"
                                + " WHERE a.id = ? AND b.id = ?")
                        .params(one.toString(), other.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Those who administer the portal and may sign in, by name. */
    @Transactional(readOnly = true)
    public List<PersonSummary> administrators() {
        return jdbc.sql(SELECT + """
                         JOIN person_role administers ON administers.person_id = p.id AND administers.role = 'ADMINISTRATOR'
                        WHERE m.ended_at IS NULL ORDER BY p.name, p.id
                        """).query(PersonList::person).list();
    }

    @Transactional(readOnly = true)
    public List<PersonSummary> inGroup(String group) {
        return jdbc.sql(SELECT
                        + " JOIN group_member g ON g.person_id = p.id WHERE g.group_slug = ? ORDER BY p.name, p.id")
                .param(group)
                .query(PersonList::person)
                .list();
    }

    /** Names by id, for lines that mention people. Unknown ids are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, String> names(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("SELECT id, name FROM person WHERE id IN (:ids)")
                .param("ids", ids.stream().map(UUID::toString).toList())
                .query((row, number) -> Map.entry(UUID.fromString(row.getString("id")), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Addresses by id. Unknown ids are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, String> emails(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("SELECT id, email FROM person WHERE id IN (:ids)")
                .param("ids", ids.stream().map(UUID::toString).toList())
                .query((row, number) -> Map.entry(UUID.fromString(row.getString("id")), row.getString("email")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String like(String text) {
        return "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static PersonSummary person(ResultSet row, int number) throws SQLException {
        String roles = row.getString("roles");
        String provider = row.getString("provider");
        return new PersonSummary(
                UUID.fromString(row.getString("id")),
                row.getString("email"),
                row.getString("name"),
                row.getString("agency"),
                roles == null
                        ? Set.of()
                        : Arrays.stream(roles.split(",")).map(Role::valueOf).collect(Collectors.toSet()),
                row.getObject("ended_at") == null,
                Person.PORTAL.equals(provider),
                Sql.instant(row, "last_sign_in_at"),
                Objects.requireNonNull(Sql.instant(row, "since")),
                Sql.instant(row, "confirmed_at"));
    }
}
