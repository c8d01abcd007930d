package org.safercommunities.portal.events.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.shared.Sql;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person’s events as a calendar to subscribe to, at an address that nobody can guess. Whoever has the address can read it, so
 * it holds no more than when and where, and its owner can have it made anew.
 */
@Service
public class CalendarFeeds {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final Readers readers;
    private final String portal;
    private final Clock clock;

    CalendarFeeds(JdbcClient jdbc, Readers readers, @Value("${portal.url}") String portal, Clock clock) {
        this.jdbc = jdbc;
        this.readers = readers;
        this.portal = portal.endsWith("/") ? portal : portal + "/";
        this.clock = clock;
    }

    /** The address of one’s own calendar; made when it is asked for the first time. */
    @Transactional
    public String address(Reader by) {
        jdbc.sql("INSERT IGNORE INTO event_feed (person_id, token, made_at) VALUES (?, ?, ?)")
                .param(by.personId().toString())
                .param(newToken())
                .param(now())
                .update();
        return address(jdbc.sql("SELECT token FROM event_feed WHERE person_id = ?")
                .param(by.personId().toString())
                .query(String.class)
                .single());
    }

    /** A new address; the one before leads nowhere from now on. */
    @Transactional
    public String renew(Reader by) {
        String token = newToken();
        jdbc.sql("""
                INSERT INTO event_feed (person_id, token, made_at) VALUES (:person, :token, :now)
                ON DUPLICATE KEY UPDATE token = :token, made_at = :now
                """)
                .param("person", by.personId().toString())
                .param("token", token)
                .param("now", now())
                .update();
        return address(token);
    }

    /** The owner of an address, as they stand now; empty when there is none, or they belong to no agency any more. */
    @Transactional(readOnly = true)
    Optional<Reader> owner(String token) {
        record Found(UUID person, String token) {}
        return jdbc.sql("SELECT person_id, token FROM event_feed WHERE token = ?")
                .param(token)
                .query((row, number) -> new Found(UUID.fromString(row.getString("person_id")), row.getString("token")))
                .optional()
                // The database does not tell upper from lower case
                .filter(found -> MessageDigest.isEqual(bytes(found.token()), bytes(token)))
                .flatMap(found -> readers.of(found.person()));
    }

    private String address(String token) {
        return portal + "api/v1/feeds/" + token + "/events.ics";
    }

    private static String newToken() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private LocalDateTime now() {
        return Sql.utc(clock.instant());
    }

    private static byte[] bytes(String token) {
        return token.getBytes(StandardCharsets.UTF_8);
    }
}
