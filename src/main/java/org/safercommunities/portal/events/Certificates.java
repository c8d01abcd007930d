package org.safercommunities.portal.events;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.events.EarnedCertificates.Issued;
import org.safercommunities.portal.events.EarnedCertificates.Whose;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Certificates of attendance: one for each person and event, made when it is first asked for. */
@Service
public class Certificates {

    private final JdbcClient jdbc;
    private final EarnedCertificates earned;
    private final WhoMaySeeEvent whoMaySee;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    Certificates(
            JdbcClient jdbc,
            EarnedCertificates earned,
            WhoMaySeeEvent whoMaySee,
            ApplicationEventPublisher messages,
            Clock clock) {
        this.jdbc = jdbc;
        this.earned = earned;
        this.whoMaySee = whoMaySee;
        this.messages = messages;
        this.clock = clock;
    }

    /** One’s own bookings for which there is a certificate. */
    @Transactional(readOnly = true)
    public Set<UUID> earned(Reader by) {
        return earned.bookings(by.personId());
    }

    /**
     * The certificate of whoever a booking is for: to themselves and to those who run the event. The trail keeps who took it.
     *
     * @throws UnknownEvent when there is none, or it is not theirs to have
     */
    @Transactional
    public Certificate take(UUID booking, Reader by) {
        Whose whose = jdbc.sql("SELECT event_id, person_id FROM event_booking WHERE id = ?")
                .param(booking.toString())
                .query((row, number) -> new Whose(Sql.id(row, "event_id"), Sql.id(row, "person_id")))
                .optional()
                .filter(found -> found.person().equals(by.personId()) || whoMaySee.runs(by, found.event()))
                .filter(earned::isEarned)
                .orElseThrow(() -> new UnknownEvent(booking));
        Issued issued = issue(booking, whose, by);
        Certificate certificate = earned.read(issued).orElseThrow(() -> new UnknownEvent(booking));
        tell("certificate-taken", booking, whose, by);
        return certificate;
    }

    /** Of several who ask at once one makes it; the others wait for that one, and find it. */
    private Issued issue(UUID booking, Whose whose, Reader by) {
        int made = jdbc.sql("""
                        INSERT IGNORE INTO event_certificate (code, event_id, person_id, issued_at) VALUES (?, ?, ?, ?)
                        """)
                .param(CertificateCode.fresh().letters())
                .param(whose.event().toString())
                .param(whose.person().toString())
                .param(Sql.utc(clock.instant()))
                .update();
        if (made == 1) {
            tell("certificate-issued", booking, whose, by);
        }
        return jdbc.sql("SELECT * FROM event_certificate WHERE event_id = ? AND person_id = ?")
                .param(whose.event().toString())
                .param(whose.person().toString())
                .query(Issued::of)
                .single();
    }

    private void tell(String what, UUID booking, Whose whose, Reader by) {
        messages.publishEvent(new EventMessage(whose.event(), what, Map.of("booking", booking.toString()), by.actor()));
    }
}
