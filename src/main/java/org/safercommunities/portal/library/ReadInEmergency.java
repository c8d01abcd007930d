package org.safercommunities.portal.library;

import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which emergency somebody reads a document under, so that every line of their reading names it. */
@Component
class ReadInEmergency {

    private final JdbcClient jdbc;

    ReadInEmergency(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one that is open to this person now. */
    Optional<UUID> of(UUID document, UUID person) {
        return jdbc.sql("""
                        SELECT id FROM emergency_access
                         WHERE person_id = ? AND document_id = ? AND ended_at IS NULL AND until_at > UTC_TIMESTAMP(6)
                         ORDER BY until_at DESC LIMIT 1
                        """)
                .params(person.toString(), document.toString())
                .query((row, number) -> Sql.id(row, "id"))
                .optional();
    }
}
