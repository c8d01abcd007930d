package org.safercommunities.portal.bench.booking;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** People of one agency, written to the tables a thousand at a time. */
final class Crowd {

    private static final int AT_ONCE = 500;

    private final JdbcTemplate sql;
    private final String agency;
    private int number;

    Crowd(JdbcTemplate sql, String agency) {
        this.sql = sql;
        this.agency = agency;
    }

    record Somebody(UUID id, String subject, String email, String name) {}

    List<Somebody> more(int count) {
        List<Somebody> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            number++;
            people.add(new Somebody(
                    UUID.randomUUID(),
                    UUID.randomUUID().toString(),
                    "somebody-%06d@crowd.example".formatted(number),
                    "Somebody %06d".formatted(number)));
        }
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        sql.batchUpdate("""
                INSERT INTO person (id, provider, subject, email, name, access_version, created_at, version)
                VALUES (?, 'portal', ?, ?, ?, 0, ?, 0)
                """, people, AT_ONCE, (row, one) -> {
            row.setString(1, one.id().toString());
            row.setString(2, one.subject());
            row.setString(3, one.email());
            row.setString(4, one.name());
            row.setObject(5, now);
        });
        sql.batchUpdate(
                "INSERT INTO membership (id, person_id, agency, since) VALUES (?, ?, ?, ?)",
                people,
                AT_ONCE,
                (row, one) -> {
                    row.setString(1, UUID.randomUUID().toString());
                    row.setString(2, one.id().toString());
                    row.setString(3, agency);
                    row.setObject(4, now);
                });
        return people;
    }
}
