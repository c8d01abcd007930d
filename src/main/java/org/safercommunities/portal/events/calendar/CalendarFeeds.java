package org.safercommunities.portal.events.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.events.OwnBooking;
import org.safercommunities.portal.events.OwnBookings;
import org.safercommunities.portal.events.OwnPlace;
import org.safercommunities.portal.events.PlaceState;
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
    private static final int PAST = 50;

    private final JdbcClient jdbc;
    private final Readers readers;
    private final OwnBookings bookings;
    private final CalendarFiles files;
    private final String portal;
    private final Clock clock;

    CalendarFeeds(
            JdbcClient jdbc,
            Readers readers,
            OwnBookings bookings,
            CalendarFiles files,
            @Value("${portal.url}") String portal,
            Clock clock) {
        this.jdbc = jdbc;
        this.readers = readers;
        this.bookings = bookings;
        this.files = files;
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

    /** Places that are confirmed and, as tentative, those that are waited for, offered or to be approved. */
    @Transactional(readOnly = true)
    String calendar(Reader owner) {
        Map<UUID, Integer> sequences = sequences(owner);
        Map<UUID, CalendarEntry> entries = new LinkedHashMap<>();
        Stream.concat(bookings.past(PAST, owner).stream(), bookings.upcoming(owner).stream())
                .flatMap(booking -> booking.places().stream()
                        .map(place -> entry(booking, place, owner, sequences.getOrDefault(place.session(), 0))))
                // Who waits for the other way of taking part has a place meanwhile
                .sorted(Comparator.comparing(CalendarEntry::tentative))
                .forEach(entry -> entries.putIfAbsent(entry.session(), entry));
        return files.feed(List.copyOf(entries.values()));
    }

    private static CalendarEntry entry(OwnBooking booking, OwnPlace place, Reader owner, int sequence) {
        return new CalendarEntry(
                booking.event(),
                place.session(),
                owner.personId(),
                booking.eventTitle(),
                place.sessionTitle(),
                place.start(),
                place.end(),
                place.mode(),
                place.venue(),
                sequence,
                place.state() != PlaceState.CONFIRMED);
    }

    private Map<UUID, Integer> sequences(Reader owner) {
        Map<UUID, Integer> sequences = new LinkedHashMap<>();
        jdbc.sql("SELECT session_id, sequence FROM event_invitation WHERE person_id = ?")
                .param(owner.personId().toString())
                .query(row -> {
                    sequences.put(UUID.fromString(row.getString("session_id")), row.getInt("sequence"));
                });
        return sequences;
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
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static byte[] bytes(String token) {
        return token.getBytes(StandardCharsets.UTF_8);
    }
}
