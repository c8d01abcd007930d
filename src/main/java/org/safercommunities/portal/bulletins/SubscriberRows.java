package org.safercommunities.portal.bulletins;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of subscribers, and what each has chosen. Who may change which is for the callers to know. */
@Component
class SubscriberRows {

    private static final String SELECT = """
            SELECT s.*,
                   (SELECT GROUP_CONCAT(c.kind) FROM subscription c WHERE c.subscriber_id = s.id) AS kinds,
                   (SELECT GROUP_CONCAT(t.topic) FROM subscriber_topic t WHERE t.subscriber_id = s.id) AS topics
              FROM subscriber s WHERE\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    SubscriberRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who ended a subscription: themselves, which only they can take back, or the team. */
    enum EndedBy {
        SELF,
        STAFF
    }

    record Kept(
            UUID id,
            @Nullable UUID person,
            String name,
            @Nullable String agency,
            byte[] secret,
            boolean ownChoice,
            @Nullable EndedBy endedBy,
            SubscriptionChoice choice) {

        private static Kept of(ResultSet row, int number) throws SQLException {
            String endedBy = row.getString("ended_by");
            String kinds = row.getString("kinds");
            String topics = row.getString("topics");
            return new Kept(
                    Sql.id(row, "id"),
                    Sql.idOrNull(row, "person_id"),
                    row.getString("name"),
                    row.getString("agency"),
                    row.getBytes("secret"),
                    row.getBoolean("own_choice"),
                    endedBy == null ? null : EndedBy.valueOf(endedBy),
                    SubscriptionChoice.ofTexts(kinds == null ? "" : kinds, topics == null ? "" : topics));
        }
    }

    /**
     * Whose it is: a person or an address, never both.
     *
     * @param agency of an address outside, as far as it is known
     */
    record Whose(
            @Nullable UUID person,
            @Nullable String email,
            String name,
            @Nullable String agency) {

        static Whose account(UUID person) {
            return new Whose(person, null, "", null);
        }

        static Whose outside(String email, String name, @Nullable String agency) {
            return new Whose(null, email, name, agency);
        }
    }

    Optional<Kept> find(UUID id) {
        return one("s.id = ? FOR UPDATE", id.toString());
    }

    Optional<Kept> ofPerson(UUID person) {
        return one("s.person_id = ?", person.toString());
    }

    Optional<Kept> ofAddress(String email) {
        return one("s.email = ?", email);
    }

    private Optional<Kept> one(String condition, String value) {
        return jdbc.sql(SELECT + condition).param(value).query(Kept::of).optional();
    }

    /** The subscriber of whoever this is, made when there is none; two who do so at once get the same. */
    Kept findOrMake(Whose whose, String basis, boolean ownChoice) {
        SecretLink link = SecretLink.to(UUID.randomUUID());
        jdbc.sql("""
                INSERT IGNORE INTO subscriber (id, person_id, email, name, agency, secret, basis, own_choice, confirmed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .param(link.id().toString())
                .param(Sql.textOrNull(whose.person()))
                .param(whose.email())
                .param(whose.name())
                .param(whose.agency())
                .param(link.secret())
                .param(basis)
                .param(ownChoice)
                .param(Sql.utc(clock.instant()))
                .update();
        return jdbc.sql(SELECT + "s.person_id = :person OR s.email = :email")
                .param("person", Sql.textOrNull(whose.person()))
                .param("email", whose.email())
                .query(Kept::of)
                .single();
    }

    /** Somebody outside has an account now, and chooses there: their row, and so the links in earlier mails, become its. */
    void becomeAccount(UUID person, String email) {
        jdbc.sql("""
                UPDATE IGNORE subscriber SET person_id = ?, email = NULL, agency = NULL, name = '' WHERE email = ?
                """).params(List.of(person.toString(), email)).update();
    }

    void choose(UUID id, SubscriptionChoice choice) {
        jdbc.sql("DELETE FROM subscription WHERE subscriber_id = ?")
                .param(id.toString())
                .update();
        jdbc.sql("DELETE FROM subscriber_topic WHERE subscriber_id = ?")
                .param(id.toString())
                .update();
        insert(
                "INSERT INTO subscription (subscriber_id, kind) VALUES ",
                id,
                choice.kinds().stream().map(Enum::name));
        insert("INSERT INTO subscriber_topic (subscriber_id, topic) VALUES ", id, choice.topics().stream());
    }

    private void insert(String into, UUID id, Stream<String> values) {
        List<String> all = values.sorted().toList();
        if (!all.isEmpty()) {
            JdbcClient.StatementSpec statement =
                    jdbc.sql(into + all.stream().map(each -> "(?, ?)").collect(Collectors.joining(", ")));
            all.forEach(value -> statement.param(id.toString()).param(value));
            statement.update();
        }
    }

    /** They get what they have chosen, from now on. */
    void begin(UUID id, String basis, boolean ownChoice) {
        jdbc.sql("""
                UPDATE subscriber SET ended_at = NULL, ended_by = NULL, basis = ?, own_choice = ?, confirmed_at = ? WHERE id = ?
                """)
                .params(List.of(basis, ownChoice, Sql.utc(clock.instant()), id.toString()))
                .update();
    }

    void end(UUID id, EndedBy by) {
        jdbc.sql("UPDATE subscriber SET ended_at = ?, ended_by = ? WHERE id = ?")
                .params(List.of(Sql.utc(clock.instant()), by.name(), id.toString()))
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("DELETE FROM subscriber WHERE id = ?").param(id.toString()).update();
    }

    void describe(UUID id, String name, @Nullable String agency) {
        jdbc.sql("UPDATE subscriber SET name = ?, agency = ? WHERE id = ? AND person_id IS NULL")
                .param(name)
                .param(agency)
                .param(id.toString())
                .update();
    }

    /** Names, or addresses where there is no name, by id. */
    Map<String, String> names(Collection<String> ids) {
        List<String> known = ids.stream().filter(SubscriberRows::isId).toList();
        if (known.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        SELECT s.id, COALESCE(NULLIF(p.name, ''), NULLIF(s.name, ''), p.email, s.email) AS name
                          FROM subscriber s LEFT JOIN person p ON p.id = s.person_id WHERE s.id IN (:ids)
                        """)
                .param("ids", known)
                .query((row, number) -> Map.entry(row.getString("id"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean isId(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }
}
