package org.safercommunities.portal.agencies;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When people were here. */
@Service
public class Visits {

    private final JdbcClient jdbc;

    Visits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the visit before this one began; empty at the first, and when it was long ago. */
    @Transactional(readOnly = true)
    public Optional<Instant> before(UUID person) {
        return jdbc.sql(
                        "SELECT opened_at FROM portal_session WHERE person_id = ? ORDER BY opened_at DESC LIMIT 1 OFFSET 1")
                .param(person.toString())
                .query(LocalDateTime.class)
                .optional()
                .map(opened -> opened.toInstant(ZoneOffset.UTC));
    }
}
