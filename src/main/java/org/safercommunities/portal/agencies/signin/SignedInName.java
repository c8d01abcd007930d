package org.safercommunities.portal.agencies.signin;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.shared.CurrentPerson;
import org.safercommunities.portal.shared.SignedInPerson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom the shell greets: one statement, as they stand at this moment. */
@Component
class SignedInName implements CurrentPerson {

    private final JdbcClient jdbc;
    private final SignedInReader reader;

    SignedInName(JdbcClient jdbc, SignedInReader reader) {
        this.jdbc = jdbc;
        this.reader = reader;
    }

    @Override
    public Optional<SignedInPerson> get() {
        return reader.personId().flatMap(this::named);
    }

    private Optional<SignedInPerson> named(UUID id) {
        return jdbc.sql("""
                        SELECT p.name, p.email, a.name AS agency,
                               (SELECT GROUP_CONCAT(r.role) FROM person_role r WHERE r.person_id = p.id) AS roles
                          FROM person p
                          JOIN membership m ON m.person_id = p.id AND m.ended_at IS NULL
                          JOIN agency a ON a.slug = m.agency AND a.ended_at IS NULL
                         WHERE p.id = ?
                        """)
                .param(id.toString())
                .query((row, number) -> new SignedInPerson(
                        id,
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("agency"),
                        roles(row.getString("roles"))))
                .optional();
    }

    private static Set<String> roles(@org.jspecify.annotations.Nullable String concatenated) {
        return concatenated == null
                ? Set.of()
                : Arrays.stream(concatenated.split(",")).collect(Collectors.toSet());
    }
}
