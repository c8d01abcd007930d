package org.safercommunities.portal.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * That somebody came to an event, as it is written on paper and as whoever has the code is told.
 *
 * @param agency name of the agency that the place counted for
 * @param issuer name of the agency that held the event
 * @param sessions those that they came to, by start; never empty
 */
public record Certificate(
        CertificateCode code,
        Instant issuedAt,
        String name,
        String agency,
        String title,
        EventKind kind,
        String issuer,
        List<Attended> sessions) {

    /** @param title empty where the event is one session */
    public record Attended(String title, Instant start, Instant end) {}

    public Certificate {
        sessions = List.copyOf(sessions);
    }

    /** How long they were there; what ran side by side counts once. */
    public Duration attended() {
        Duration sum = Duration.ZERO;
        Instant counted = Instant.MIN;
        for (Attended session : sessions) {
            Instant from = session.start().isAfter(counted) ? session.start() : counted;
            if (session.end().isAfter(from)) {
                sum = sum.plus(Duration.between(from, session.end()));
                counted = session.end();
            }
        }
        return sum;
    }

    /** “6 hours 30 minutes”, “1 hour”, “45 minutes”. */
    public String attendedInWords() {
        Duration time = attended();
        String hours = time.toHours() == 0 ? "" : time.toHours() == 1 ? "1 hour" : time.toHours() + " hours";
        int left = time.toMinutesPart();
        String minutes = left == 0 && !hours.isEmpty() ? "" : left == 1 ? "1 minute" : left + " minutes";
        return (hours + " " + minutes).strip();
    }
}
