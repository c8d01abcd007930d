package org.safercommunities.portal.events;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only way out for the address of an online meeting: to those who have a place online, from when the organiser lets people in
 * until an hour after the end, and to whoever runs the event at any time. It stands in no page, mail, feed or answer.
 */
@Service
public class JoinMeeting {

    private static final Duration AFTER_THE_END = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final WhoMaySeeEvent whoMaySee;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    JoinMeeting(JdbcClient jdbc, WhoMaySeeEvent whoMaySee, ApplicationEventPublisher messages, Clock clock) {
        this.jdbc = jdbc;
        this.whoMaySee = whoMaySee;
        this.messages = messages;
        this.clock = clock;
    }

    /** What somebody who wants to join is told. */
    public sealed interface Answer {

        /** Go there now. */
        record Open(URI meeting) implements Answer {}

        /** They have a place; come back then. */
        record TooEarly(Instant opens) implements Answer {}

        /** The meeting is over. */
        record Over() implements Answer {}

        /** They have no place online, or there is no meeting: nobody can tell which. */
        record NotBooked() implements Answer {}
    }

    private record Meeting(UUID event, Instant start, Instant end, String link, int minutes, boolean cancelled) {}

    /**
     * Lets somebody into the meeting of a session, and keeps that they came.
     *
     * @throws UnknownEvent when there is no such session for this person
     */
    @Transactional
    public Answer join(UUID session, Reader by) {
        Meeting meeting = jdbc.sql("""
                        SELECT s.event_id, s.start_at, s.end_at, s.joining_link, s.join_opens_minutes, e.state = 'CANCELLED' AS cancelled
                          FROM event_session s JOIN event e ON e.id = s.event_id WHERE s.id = ? AND s.removed_at IS NULL
                        """)
                .param(session.toString())
                .query((row, number) -> new Meeting(
                        Sql.id(row, "event_id"),
                        Sql.moment(row, "start_at"),
                        Sql.moment(row, "end_at"),
                        row.getString("joining_link"),
                        row.getInt("join_opens_minutes"),
                        row.getBoolean("cancelled")))
                .optional()
                .filter(found -> whoMaySee.admits(by, found.event()))
                .orElseThrow(() -> new UnknownEvent(session));
        boolean runs = whoMaySee.runs(by, meeting.event());
        if (meeting.link().isEmpty()
                || meeting.cancelled()
                || !runs && place(session, by).isEmpty()) {
            return new Answer.NotBooked();
        }
        Instant now = clock.instant();
        Instant opens = meeting.start().minus(Duration.ofMinutes(meeting.minutes()));
        if (!runs && now.isBefore(opens)) {
            return new Answer.TooEarly(opens);
        }
        if (!runs && now.isAfter(meeting.end().plus(AFTER_THE_END))) {
            return new Answer.Over();
        }
        messages.publishEvent(
                new EventMessage(meeting.event(), "joined", Map.of("session", session.toString()), by.actor()));
        return new Answer.Open(URI.create(meeting.link()));
    }

    private Optional<UUID> place(UUID session, Reader by) {
        return jdbc.sql("""
                        SELECT p.id FROM event_place p JOIN event_booking b ON b.id = p.booking_id
                          JOIN event_pool o ON o.id = p.pool_id
                         WHERE p.session_id = ? AND b.person_id = ? AND p.state = 'CONFIRMED' AND o.mode = 'ONLINE'
                        """)
                .param(session.toString())
                .param(by.personId().toString())
                .query((row, number) -> Sql.id(row, "id"))
                .optional();
    }
}
