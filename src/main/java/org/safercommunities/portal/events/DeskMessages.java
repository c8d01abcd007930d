package org.safercommunities.portal.events;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What those who run an event write to people in their own words; one mail for each booking, kept in the trail. */
@Service
public class DeskMessages {

    private static final int LONGEST = 5000;
    private static final int LONGEST_SUBJECT = 200;
    private static final String MEETING =
            "Take the link to the online meeting out: a mail is passed on. Those who have a place join on the event’s page";

    private final JdbcClient jdbc;
    private final WhoMaySeeEvent whoMaySee;
    private final EventNotices notices;
    private final ApplicationEventPublisher messages;

    DeskMessages(JdbcClient jdbc, WhoMaySeeEvent whoMaySee, EventNotices notices, ApplicationEventPublisher messages) {
        this.jdbc = jdbc;
        this.whoMaySee = whoMaySee;
        this.notices = notices;
        this.messages = messages;
    }

    /** To whom. */
    public enum To {
        BOOKED("Everybody who has a place"),
        WAITING("Everybody who waits"),
        AGENCY("Everybody of one agency");

        private final String label;

        To(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @param agency slug, for {@link To#AGENCY} */
    public record Recipients(To to, @Nullable String agency) {
        public Recipients {
            InvalidEvent.unless((to == To.AGENCY) == (agency != null), "agency", "Choose the agency to write to");
        }
    }

    /** @param subject empty for the usual one, which names the event */
    public record Message(String subject, String words) {
        public Message {
            subject = subject.strip().replaceAll("\\s+", " ");
            words = words.strip();
            InvalidEvent.unless(
                    subject.length() <= LONGEST_SUBJECT, "subject", "Shorten the subject to at most 200 characters");
            InvalidEvent.unless(
                    !words.isEmpty() && words.length() <= LONGEST,
                    "message",
                    "Write your message, at most 5,000 characters");
        }
    }

    @Transactional(readOnly = true)
    public int count(UUID event, Recipients recipients, Reader by) {
        whoMaySee.unlessRuns(by, event);
        return bookings(event, recipients).size();
    }

    /**
     * Sends a message to them.
     *
     * @return to how many
     * @throws InvalidEvent when there is nobody to read it
     */
    @Transactional
    public int send(UUID event, Recipients recipients, Message message, Reader by) {
        whoMaySee.unlessRuns(by, event);
        InvalidEvent.unless(!tellsTheMeeting(event, message.subject()), "subject", MEETING);
        InvalidEvent.unless(!tellsTheMeeting(event, message.words()), "message", MEETING);
        List<UUID> bookings = bookings(event, recipients);
        InvalidEvent.unless(!bookings.isEmpty(), "to", "There is nobody to write to. Choose somebody else");
        bookings.forEach(booking -> notices.message(event, booking, message));
        messages.publishEvent(new EventMessage(
                event,
                "written-to",
                Map.of(
                        "to",
                        recipients.to().name(),
                        "agency",
                        recipients.agency() == null ? "" : recipients.agency(),
                        "count",
                        String.valueOf(bookings.size()),
                        "heading",
                        message.subject(),
                        "message",
                        message.words()),
                by.actor()));
        return bookings.size();
    }

    private boolean tellsTheMeeting(UUID event, String message) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM event_session
                         WHERE event_id = ? AND joining_link <> '' AND INSTR(?, joining_link) > 0
                        """)
                        .param(event.toString())
                        .param(message)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private List<UUID> bookings(UUID event, Recipients recipients) {
        String condition = switch (recipients.to()) {
            case BOOKED -> "p.state IN ('CONFIRMED', 'OFFERED', 'AWAITING_APPROVAL')";
            case WAITING -> "p.state = 'WAITING'";
            case AGENCY -> "p.live = 1";
        };
        return jdbc.sql("SELECT b.id FROM event_booking b WHERE b.event_id = :event AND b.ended_at IS NULL"
                        + " AND (:agency IS NULL OR b.agency = :agency)"
                        + " AND EXISTS (SELECT 1 FROM event_place p WHERE p.booking_id = b.id AND "
                        + condition + ") ORDER BY b.booked_at")
                .param("event", event.toString())
                .param("agency", recipients.agency())
                .query((row, number) -> Sql.id(row, "id"))
                .list();
    }
}
