package org.safercommunities.portal.events;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes whom to tell what, in the transaction of what happened. Whoever writes the letters takes the notes up after the commit
 * ({@link Noted} says that there are some): a mail is neither lost nor does writing it hold up a booking.
 */
@Component
public class EventNotices {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    EventNotices(JdbcClient jdbc, ApplicationEventPublisher messages, Clock clock) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    /** There are notes to be taken up. */
    public record Noted() {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void note(
            NoticeKind kind, UUID event, @Nullable UUID booking, @Nullable UUID place, @Nullable String words) {
        note(kind, event, booking, place, words, clock.instant());
    }

    /** A message of the team to one booking. */
    @Transactional(propagation = Propagation.MANDATORY)
    void message(UUID event, UUID booking, DeskMessages.Message message) {
        insert(NoticeKind.MESSAGE, event, booking, null, message.subject(), message.words(), clock.instant());
    }

    /** @param dueAt not to be taken up before */
    @Transactional(propagation = Propagation.MANDATORY)
    void note(
            NoticeKind kind,
            UUID event,
            @Nullable UUID booking,
            @Nullable UUID place,
            @Nullable String words,
            Instant dueAt) {
        insert(kind, event, booking, place, null, words, dueAt);
    }

    private void insert(
            NoticeKind kind,
            UUID event,
            @Nullable UUID booking,
            @Nullable UUID place,
            @Nullable String subject,
            @Nullable String words,
            Instant dueAt) {
        jdbc.sql("""
                INSERT INTO event_notice (kind, event_id, booking_id, place_id, subject, words, due_at)
                VALUES (:kind, :event, :booking, :place, :subject, :words, :due)
                """)
                .param("kind", kind.name())
                .param("event", event.toString())
                .param("booking", Sql.textOrNull(booking))
                .param("place", Sql.textOrNull(place))
                .param("subject", subject)
                .param("words", words)
                .param("due", Sql.utc(dueAt))
                .update();
        messages.publishEvent(new Noted());
    }
}
