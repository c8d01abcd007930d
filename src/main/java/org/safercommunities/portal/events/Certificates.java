package org.safercommunities.portal.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Pace;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Certificates of attendance: one for each person and event, made when it is first asked for. It stands as long as the person is
 * noted as having come: what it says is read anew each time, and only its code and date are kept.
 */
@Service
public class Certificates {

    static final int MOST_CHECKS = 60;
    private static final Duration CHECKS_WITHIN = Duration.ofHours(1);

    /** The rule of who has earned one, over {@code event e} and {@code event_place p}. */
    private static final String EARNED =
            " p.state = 'CONFIRMED' AND p.attendance = 'CAME' AND e.state = 'PUBLISHED' AND e.ends_at <= :now ";

    private final JdbcClient jdbc;
    private final WhoMaySeeEvent whoMaySee;
    private final ApplicationEventPublisher messages;
    private final Clock clock;
    private final Pace checks = new Pace(MOST_CHECKS, CHECKS_WITHIN);

    Certificates(JdbcClient jdbc, WhoMaySeeEvent whoMaySee, ApplicationEventPublisher messages, Clock clock) {
        this.jdbc = jdbc;
        this.whoMaySee = whoMaySee;
        this.messages = messages;
        this.clock = clock;
    }

    private record Booked(UUID event, UUID person) {}

    private record Issued(CertificateCode code, Instant at, Booked booked) {}

    /** One’s own bookings for which there is a certificate. */
    @Transactional(readOnly = true)
    public Set<UUID> earned(Reader by) {
        return jdbc
                .sql("""
                        SELECT DISTINCT b.id FROM event_booking b JOIN event e ON e.id = b.event_id
                          JOIN event_place p ON p.booking_id = b.id
                         WHERE b.person_id = :me AND\s""" + EARNED)
                .param("me", by.personId().toString())
                .param("now", Sql.utc(clock.instant()))
                .query((row, number) -> Sql.id(row, "id"))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The certificate of whoever a booking is for: to themselves and to those who run the event. The trail keeps who took it.
     *
     * @throws UnknownEvent when there is none, or it is not theirs to have
     */
    @Transactional
    public Certificate take(UUID booking, Reader by) {
        Booked booked = jdbc.sql("SELECT event_id, person_id FROM event_booking WHERE id = ?")
                .param(booking.toString())
                .query((row, number) -> new Booked(Sql.id(row, "event_id"), Sql.id(row, "person_id")))
                .optional()
                .filter(found -> found.person().equals(by.personId()) || whoMaySee.runs(by, found.event()))
                .orElseThrow(() -> new UnknownEvent(booking));
        List<Line> lines = lines(booked);
        if (lines.isEmpty()) {
            throw new UnknownEvent(booking);
        }
        Issued issued = issue(booking, booked, by);
        tell("certificate-taken", booking, booked, by);
        return certificate(issued, lines);
    }

    /** Of several who ask at once one makes it; the others find it. */
    private Issued issue(UUID booking, Booked booked, Reader by) {
        int made = jdbc.sql(
                        "INSERT IGNORE INTO event_certificate (code, event_id, person_id, issued_at) VALUES (?, ?, ?, ?)")
                .param(CertificateCode.fresh().letters())
                .param(booked.event().toString())
                .param(booked.person().toString())
                .param(Sql.utc(clock.instant()))
                .update();
        if (made == 1) {
            tell("certificate-issued", booking, booked, by);
        }
        return jdbc.sql("SELECT * FROM event_certificate WHERE event_id = ? AND person_id = ?")
                .param(booked.event().toString())
                .param(booked.person().toString())
                .query(Certificates::issued)
                .single();
    }

    /**
     * Whether a certificate is valid, for anybody.
     *
     * @param typed the code as it was typed
     * @param from the asking computer’s network address
     */
    @Transactional(readOnly = true)
    public CertificateAnswer check(String typed, String from) {
        if (!checks.allows(Pace.place(from), clock.instant())) {
            return new CertificateAnswer.TooOften();
        }
        Optional<Issued> issued = CertificateCode.typed(typed)
                .flatMap(code -> jdbc.sql("SELECT * FROM event_certificate WHERE code = ?")
                        .param(code.letters())
                        .query(Certificates::issued)
                        .optional());
        if (issued.isEmpty()) {
            return new CertificateAnswer.Unknown();
        }
        List<Line> lines = lines(issued.get().booked());
        return lines.isEmpty()
                ? new CertificateAnswer.Withdrawn()
                : new CertificateAnswer.Valid(certificate(issued.get(), lines));
    }

    /** One session that they came to. */
    private record Line(
            String name, String agency, String title, EventKind kind, String issuer, Certificate.Attended session) {}

    private List<Line> lines(Booked booked) {
        return jdbc.sql("""
                        SELECT DISTINCT s.id, COALESCE(NULLIF(n.name, ''), n.email) AS name, a.name AS agency, e.title, e.kind,
                               h.name AS issuer, s.title AS session_title, s.start_at, s.end_at
                          FROM event_booking b JOIN event e ON e.id = b.event_id JOIN event_place p ON p.booking_id = b.id
                          JOIN event_session s ON s.id = p.session_id JOIN person n ON n.id = b.person_id
                          JOIN agency a ON a.slug = p.agency JOIN agency h ON h.slug = e.agency
                         WHERE b.event_id = :event AND b.person_id = :person AND\s""" + EARNED + "ORDER BY s.start_at, s.end_at, s.title")
                .param("event", booked.event().toString())
                .param("person", booked.person().toString())
                .param("now", Sql.utc(clock.instant()))
                .query((row, number) -> new Line(
                        row.getString("name"),
                        row.getString("agency"),
                        row.getString("title"),
                        EventKind.valueOf(row.getString("kind")),
                        row.getString("issuer"),
                        new Certificate.Attended(
                                row.getString("session_title"),
                                Sql.moment(row, "start_at"),
                                Sql.moment(row, "end_at"))))
                .list();
    }

    private static Certificate certificate(Issued issued, List<Line> lines) {
        Line first = lines.getFirst();
        return new Certificate(
                issued.code(),
                issued.at(),
                first.name(),
                first.agency(),
                first.title(),
                first.kind(),
                first.issuer(),
                lines.stream().map(Line::session).toList());
    }

    private static Issued issued(ResultSet row, int number) throws SQLException {
        return new Issued(
                new CertificateCode(row.getString("code")),
                Sql.moment(row, "issued_at"),
                new Booked(Sql.id(row, "event_id"), Sql.id(row, "person_id")));
    }

    private void tell(String what, UUID booking, Booked booked, Reader by) {
        messages.publishEvent(
                new EventMessage(booked.event(), what, Map.of("booking", booking.toString()), by.actor()));
    }
}
