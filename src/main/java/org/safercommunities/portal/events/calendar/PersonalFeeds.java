package org.safercommunities.portal.events.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.FeedTokens;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.shared.PortalAddress;
import org.safercommunities.portal.shared.Sql;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person can subscribe to without signing in each time, at addresses that nobody can guess: their events as a calendar, and
 * what other modules add under the same token. Whoever has an address can read it, so a feed holds no more than may leave the
 * portal by mail, and its owner can have the addresses made anew.
 */
@Service
public class PersonalFeeds implements FeedTokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final String CALENDAR = "events.ics";

    private final JdbcClient jdbc;
    private final Readers readers;
    private final String portal;
    private final Clock clock;

    PersonalFeeds(JdbcClient jdbc, Readers readers, @Value("${portal.url}") String portal, Clock clock) {
        this.jdbc = jdbc;
        this.readers = readers;
        this.portal = PortalAddress.withSlash(portal);
        this.clock = clock;
    }

    /** The address of one’s own calendar; made when it is asked for the first time. */
    @Transactional
    public String address(Reader by) {
        return address(by, CALENDAR);
    }

    /** The address of one’s own feed of this name. */
    @Override
    @Transactional
    public String address(Reader by, String feed) {
        jdbc.sql("INSERT IGNORE INTO event_feed (person_id, token, made_at) VALUES (?, ?, ?)")
                .param(by.personId().toString())
                .param(newToken())
                .param(now())
                .update();
        return address(
                jdbc.sql("SELECT token FROM event_feed WHERE person_id = ?")
                        .param(by.personId().toString())
                        .query(String.class)
                        .single(),
                feed);
    }

    /** A new address of the calendar; those of all feeds before lead nowhere from now on. */
    @Transactional
    public String renew(Reader by) {
        return renew(by, CALENDAR);
    }

    /** The same for somebody who looks at another feed. */
    @Override
    @Transactional
    public String renew(Reader by, String feed) {
        String token = newToken();
        jdbc.sql("""
                INSERT INTO event_feed (person_id, token, made_at) VALUES (:person, :token, :now)
                ON DUPLICATE KEY UPDATE token = :token, made_at = :now
                """)
                .param("person", by.personId().toString())
                .param("token", token)
                .param("now", now())
                .update();
        return address(token, feed);
    }

    /** The owner of an address, as they stand now; empty when there is none, or they belong to no agency any more. */
    @Override
    @Transactional(readOnly = true)
    public Optional<Reader> owner(String token) {
        record Found(UUID person, String token) {}
        return jdbc.sql("SELECT person_id, token FROM event_feed WHERE token = ?")
                .param(token)
                .query((row, number) -> new Found(UUID.fromString(row.getString("person_id")), row.getString("token")))
                .optional()
                // The database does not tell upper from lower case
                .filter(found -> MessageDigest.isEqual(bytes(found.token()), bytes(token)))
                .flatMap(found -> readers.of(found.person()));
    }

    private String address(String token, String feed) {
        return portal + "api/v1/feeds/" + token + "/" + feed;
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
