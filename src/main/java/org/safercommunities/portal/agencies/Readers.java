package org.safercommunities.portal.agencies;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Makes a {@link Reader} of a person, as they stand at this moment: one statement, nothing cached, so that what staff
 * change holds from the next request on.
 */
@Service
public class Readers {

    private static final String FACTS = """
            SELECT 'agency' AS what, a.slug AS value FROM membership m JOIN agency a ON a.slug = m.agency
             WHERE m.person_id = :id AND m.ended_at IS NULL AND a.ended_at IS NULL
            UNION ALL
            SELECT 'merged', a.slug FROM membership m JOIN agency a ON a.merged_into = m.agency
             WHERE m.person_id = :id AND m.ended_at IS NULL
            UNION ALL
            SELECT 'group', g.group_slug FROM group_member g WHERE g.person_id = :id
            UNION ALL
            SELECT 'role', r.role FROM person_role r WHERE r.person_id = :id
            """;

    private final JdbcClient jdbc;

    Readers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when there is no such person, or their membership or agency ended. */
    // No transaction of its own: around one statement it would be five more on the way to the database, at every
    // request
    public Optional<Reader> of(UUID person) {
        List<Map.Entry<String, String>> facts = jdbc.sql(FACTS)
                .param("id", person.toString())
                .query((row, number) -> Map.entry(row.getString("what"), row.getString("value")))
                .list();
        Set<String> agencies = new HashSet<>();
        Set<String> groups = new HashSet<>();
        Set<Role> roles = new HashSet<>();
        String agency = null;
        for (var fact : facts) {
            switch (fact.getKey()) {
                case "agency" -> agency = fact.getValue();
                case "merged" -> agencies.add(fact.getValue());
                case "group" -> groups.add(fact.getValue());
                default -> roles.add(Role.valueOf(fact.getValue()));
            }
        }
        if (agency == null) {
            return Optional.empty();
        }
        agencies.add(agency);
        return Optional.of(new Reader(person, agency, agencies, groups, roles));
    }
}
