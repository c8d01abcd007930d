package org.safercommunities.portal.agencies;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Makes a {@link Reader} of a person, as they stand at this moment: one statement, nothing cached, so that what staff
 * change holds from the next request on.
 */
@Service
public class Readers {

    private static final String FACTS = """
            SELECT m.person_id AS person, 'agency' AS what, a.slug AS value FROM membership m JOIN agency a ON a.slug = m.agency
             WHERE m.person_id IN (:ids) AND m.ended_at IS NULL AND a.ended_at IS NULL
            UNION ALL
            SELECT m.person_id, 'merged', a.slug FROM membership m JOIN agency a ON a.merged_into = m.agency
             WHERE m.person_id IN (:ids) AND m.ended_at IS NULL
            UNION ALL
            SELECT g.person_id, 'group', g.group_slug FROM group_now g WHERE g.person_id IN (:ids)
            UNION ALL
            SELECT r.person_id, 'role', r.role FROM person_role r WHERE r.person_id IN (:ids)
            UNION ALL
            SELECT k.person_id, 'key', k.token FROM person_key k WHERE k.person_id IN (:ids)
            UNION ALL
            SELECT m.person_id, 'key', 'signed' FROM membership m JOIN agency_sharing s ON s.agency = m.agency
             WHERE m.person_id IN (:ids) AND m.ended_at IS NULL
            """;

    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;

    Readers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when there is no such person, or their membership or agency ended. */
    // No transaction of its own: around one statement it would be five more on the way to the database, at every
    // request
    public Optional<Reader> of(UUID person) {
        return read(List.of(person)).stream().findFirst();
    }

    /** The same for many, in one statement for each thousand; who is nobody any more is left out. */
    public List<Reader> ofAll(Collection<UUID> people) {
        List<UUID> all = List.copyOf(people);
        List<Reader> readers = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            readers.addAll(read(all.subList(from, Math.min(all.size(), from + AT_ONCE))));
        }
        return readers;
    }

    /** Somebody of an agency who is in no group and named nowhere, to ask what such people see. Never the outcome of a sign-in. */
    public Reader anybodyOf(String agency) {
        Facts facts = new Facts();
        facts.add("agency", agency);
        jdbc.sql("""
                        SELECT 'merged' AS what, slug AS value FROM agency WHERE merged_into = :agency
                        UNION ALL
                        SELECT 'key', 'signed' FROM agency_sharing WHERE agency = :agency
                        """).param("agency", agency).query(row -> {
            facts.add(row.getString("what"), row.getString("value"));
        });
        return facts.reader(new UUID(0, 0)).orElseThrow();
    }

    private List<Reader> read(List<UUID> people) {
        Map<UUID, Facts> facts = new LinkedHashMap<>();
        jdbc.sql(FACTS)
                .param("ids", people.stream().map(UUID::toString).toList())
                .query(row -> {
                    facts.computeIfAbsent(Sql.id(row, "person"), person -> new Facts())
                            .add(row.getString("what"), row.getString("value"));
                });
        return facts.entrySet().stream()
                .flatMap(entry -> entry.getValue().reader(entry.getKey()).stream())
                .toList();
    }

    /** What is known of one person, row by row. */
    private static final class Facts {

        private final Set<String> agencies = new HashSet<>();
        private final Set<String> groups = new HashSet<>();
        private final Set<Role> roles = new HashSet<>();
        private final Set<String> held = new HashSet<>();
        private @Nullable String agency;

        void add(String what, String value) {
            switch (what) {
                case "agency" -> agency = value;
                case "merged" -> agencies.add(value);
                case "group" -> groups.add(value);
                case "key" -> held.add(value);
                default -> roles.add(Role.valueOf(value));
            }
        }

        Optional<Reader> reader(UUID person) {
            if (agency == null) {
                return Optional.empty();
            }
            agencies.add(agency);
            return Optional.of(new Reader(person, agency, agencies, groups, roles, held));
        }
    }
}
