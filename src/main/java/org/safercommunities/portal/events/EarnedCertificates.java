package org.safercommunities.portal.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rule of who has earned a certificate: whoever is noted as having come to a session of an event that took place and is over.
 * What it says is read anew each time; only its code and date are kept.
 */
@Component
class EarnedCertificates {

    /** Over {@code event e} and {@code event_place p}. */
    private static final String EARNED =
            " p.state = 'CONFIRMED' AND p.attendance = 'CAME' AND e.state = 'PUBLISHED' AND e.ends_at <= :now ";

    private final JdbcClient jdbc;
    private final Clock clock;

    EarnedCertificates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whose certificate of which event. */
    record Whose(UUID event, UUID person) {}

    /** What is kept of it. */
    record Issued(CertificateCode code, Instant at, Whose whose) {

        static Issued of(ResultSet row, int number) throws SQLException {
            return new Issued(
                    new CertificateCode(row.getString("code")),
                    Sql.moment(row, "issued_at"),
                    new Whose(Sql.id(row, "event_id"), Sql.id(row, "person_id")));
        }
    }

    /** A person’s bookings with which they have earned one. */
    Set<UUID> bookings(UUID person) {
        return jdbc
                .sql("""
                        SELECT DISTINCT b.id FROM event_booking b JOIN event e ON e.id = b.event_id
                          JOIN event_place p ON p.booking_id = b.id
                         WHERE b.person_id = :me AND\s""" + EARNED)
                .param("me", person.toString())
                .param("now", Sql.utc(clock.instant()))
                .query((row, number) -> Sql.id(row, "id"))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isEarned(Whose whose) {
        return !lines(whose).isEmpty();
    }

    /** As it stands now; empty when it is not earned any more. */
    Optional<Certificate> read(Issued issued) {
        List<Line> lines = lines(issued.whose());
        return lines.stream()
                .findFirst()
                .map(first -> new Certificate(
                        issued.code(),
                        issued.at(),
                        first.name(),
                        first.agency(),
                        first.title(),
                        first.kind(),
                        first.issuer(),
                        lines.stream().map(Line::session).toList()));
    }

    /** One session that they came to. */
    private record Line(
            String name, String agency, String title, EventKind kind, String issuer, Certificate.Attended session) {}

    private List<Line> lines(Whose whose) {
        return jdbc.sql("""
                        SELECT DISTINCT s.id, COALESCE(NULLIF(n.name, ''), n.email) AS name, a.name AS agency, e.title, e.kind,
                               h.name AS issuer, s.title AS session_title, s.start_at, s.end_at
                          FROM event_booking b JOIN event e ON e.id = b.event_id JOIN event_place p ON p.booking_id = b.id
                          JOIN event_session s ON s.id = p.session_id JOIN person n ON n.id = b.person_id
                          JOIN agency a ON a.slug = p.agency JOIN agency h ON h.slug = e.agency
                         WHERE b.event_id = :event AND b.person_id = :person AND\s""" + EARNED + "ORDER BY s.start_at, s.end_at, s.title")
                .param("event", whose.event().toString())
                .param("person", whose.person().toString())
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
}
