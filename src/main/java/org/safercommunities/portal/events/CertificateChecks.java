package org.safercommunities.portal.events;

import java.time.Clock;
import java.time.Duration;
import org.safercommunities.portal.events.EarnedCertificates.Issued;
import org.safercommunities.portal.shared.Pace;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether a certificate is valid, for anybody who has its code: sixty times an hour from one place, on this node. Whatever the
 * event’s audience, they are told what stands on the paper and nothing more.
 */
@Service
public class CertificateChecks {

    private static final Duration SPAN = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final EarnedCertificates earned;
    private final Clock clock;
    private final Pace pace;

    CertificateChecks(
            JdbcClient jdbc, EarnedCertificates earned, Clock clock, @Value("${portal.limits.codes}") int codes) {
        this.jdbc = jdbc;
        this.earned = earned;
        this.clock = clock;
        this.pace = new Pace(codes, SPAN);
    }

    /**
     * @param typed the code as it was typed
     * @param from the asking computer’s network address
     */
    @Transactional(readOnly = true)
    public CertificateAnswer check(String typed, String from) {
        if (!pace.allows(Pace.place(from), clock.instant())) {
            return new CertificateAnswer.TooOften();
        }
        return CertificateCode.typed(typed)
                .flatMap(code -> jdbc.sql("SELECT * FROM event_certificate WHERE code = ?")
                        .param(code.letters())
                        .query(Issued::of)
                        .optional())
                .map(this::told)
                .orElseGet(CertificateAnswer.Unknown::new);
    }

    private CertificateAnswer told(Issued issued) {
        return earned.read(issued)
                .<CertificateAnswer>map(CertificateAnswer.Valid::new)
                .orElseGet(CertificateAnswer.Withdrawn::new);
    }
}
