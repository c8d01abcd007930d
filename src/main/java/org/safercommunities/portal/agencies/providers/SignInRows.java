package org.safercommunities.portal.agencies.providers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of how agencies sign in, and of who answers for them. */
@Component
class SignInRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SELECT =
            "SELECT s.*, a.identity_provider <=> s.alias AS live FROM agency_sign_in s JOIN agency a ON a.slug = s.agency WHERE ";

    private final JdbcClient jdbc;

    SignInRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** With what only the portal itself needs. */
    record Row(AgencySignIn state, Map<String, String> settings, int stamp) {}

    Optional<Row> find(String agency) {
        return jdbc.sql(SELECT + "s.agency = ?")
                .param(agency)
                .query(SignInRows::row)
                .optional();
    }

    /** The one whose provider is called so and is not in use yet. */
    Optional<Row> onTrial(String alias) {
        return jdbc.sql(SELECT + "s.alias = ? AND NOT (a.identity_provider <=> s.alias)")
                .param(alias)
                .query(SignInRows::row)
                .optional();
    }

    boolean isTaken(String alias, String agency) {
        return jdbc.sql("SELECT COUNT(*) FROM agency_sign_in s JOIN agency a ON a.slug = s.agency"
                                        + " WHERE s.alias = :alias AND s.agency <> :agency")
                                .param("alias", alias)
                                .param("agency", agency)
                                .query(Integer.class)
                                .single()
                        + jdbc.sql("SELECT COUNT(*) FROM agency WHERE identity_provider = ?")
                                .param(alias)
                                .query(Integer.class)
                                .single()
                > 0;
    }

    /** A new way to sign in, nothing of which is in Keycloak yet, and which nobody has tried. */
    void put(
            String agency,
            ProviderKind kind,
            @Nullable String alias,
            String address,
            ProviderFacts facts,
            String clientId,
            SamlNames names) {
        jdbc.sql("""
                INSERT INTO agency_sign_in (agency, kind, alias, address, identity, client_id, attribute_names, settings,
                                            keys_until, needs_secret, tried_faults, stamp, done_stamp)
                VALUES (:agency, :kind, :alias, :address, :identity, :client, :names, :settings, :until, :secret, '', 1, 0)
                ON DUPLICATE KEY UPDATE kind = VALUES(kind), alias = VALUES(alias), address = VALUES(address),
                    identity = VALUES(identity), client_id = VALUES(client_id), attribute_names = VALUES(attribute_names),
                    settings = VALUES(settings), keys_until = VALUES(keys_until), needs_secret = VALUES(needs_secret),
                    trial_until = NULL, tried_at = NULL, tried_faults = '', stamp = stamp + 1, trouble = NULL
                """)
                .param("agency", agency)
                .param("kind", kind.name())
                .param("alias", alias)
                .param("address", address)
                .param("identity", facts.identity())
                .param("client", clientId)
                .param("names", names.name())
                .param("settings", JSON.writeValueAsString(facts.settings()))
                .param("until", Sql.utcOrNull(facts.keysUntil()))
                .param("secret", kind == ProviderKind.OIDC)
                .update();
    }

    /** Takes in hand an agency that was there before the portal looked after this; what somebody set up by hand stays theirs. */
    void adopt(String agency, @Nullable String alias) {
        jdbc.sql("""
                INSERT IGNORE INTO agency_sign_in (agency, kind, alias, address, identity, client_id, attribute_names, settings,
                                                   needs_secret, tried_faults, stamp, done_stamp)
                VALUES (?, ?, ?, '', '', '', 'PLAIN', '{}', FALSE, '', 1, 0)
                """)
                .param(agency)
                .param((alias == null ? ProviderKind.PORTAL : ProviderKind.BY_HAND).name())
                .param(alias)
                .update();
    }

    /** Notes that Keycloak has to be brought in step again; false for an agency that is not looked after. */
    boolean changed(String agency) {
        return jdbc.sql("UPDATE agency_sign_in SET stamp = stamp + 1 WHERE agency = ?")
                        .param(agency)
                        .update()
                > 0;
    }

    void inStep(String agency, int stamp) {
        jdbc.sql("UPDATE agency_sign_in SET done_stamp = GREATEST(done_stamp, ?), trouble = NULL WHERE agency = ?")
                .param(stamp)
                .param(agency)
                .update();
    }

    void trouble(String agency, String words) {
        jdbc.sql("UPDATE agency_sign_in SET trouble = ? WHERE agency = ?")
                .param(words.length() > 500 ? words.substring(0, 500) : words)
                .param(agency)
                .update();
    }

    void hasSecret(String agency) {
        jdbc.sql("UPDATE agency_sign_in SET needs_secret = FALSE WHERE agency = ?")
                .param(agency)
                .update();
    }

    void trialUntil(String agency, Instant until) {
        jdbc.sql("UPDATE agency_sign_in SET trial_until = ?, stamp = stamp + 1 WHERE agency = ?")
                .param(Sql.utc(until))
                .param(agency)
                .update();
    }

    void tried(String agency, Instant at, List<String> faults) {
        jdbc.sql("UPDATE agency_sign_in SET tried_at = ?, tried_faults = ? WHERE agency = ?")
                .param(Sql.utc(at))
                .param(String.join("\n", faults))
                .param(agency)
                .update();
    }

    Optional<AgencyContact> contact(String agency) {
        return jdbc.sql("SELECT name, email, phone FROM agency_contact WHERE agency = ?")
                .param(agency)
                .query((row, number) ->
                        new AgencyContact(row.getString("name"), row.getString("email"), row.getString("phone")))
                .optional();
    }

    void contact(String agency, AgencyContact contact) {
        jdbc.sql("REPLACE INTO agency_contact (agency, name, email, phone) VALUES (?, ?, ?, ?)")
                .param(agency)
                .param(contact.name())
                .param(contact.email())
                .param(contact.phone())
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String faults = row.getString("tried_faults");
        int stamp = row.getInt("stamp");
        String alias = row.getString("alias");
        return new Row(
                new AgencySignIn(
                        row.getString("agency"),
                        ProviderKind.valueOf(row.getString("kind")),
                        alias,
                        row.getString("address"),
                        row.getString("identity"),
                        row.getString("client_id"),
                        SamlNames.valueOf(row.getString("attribute_names")),
                        Sql.instant(row, "keys_until"),
                        row.getBoolean("live"),
                        row.getBoolean("needs_secret"),
                        Sql.instant(row, "trial_until"),
                        Sql.instant(row, "tried_at"),
                        faults.isEmpty() ? List.of() : List.of(faults.split("\n")),
                        row.getInt("done_stamp") >= stamp,
                        row.getString("trouble")),
                JSON.readValue(row.getString("settings"), new TypeReference<Map<String, String>>() {}),
                stamp);
    }
}
