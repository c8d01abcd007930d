package org.safercommunities.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What somebody with the database in their hands does to the trail; all of it is undone afterwards. */
@PortalIT
@Transactional
@SuppressWarnings("NullAway.Init")
class AuditSealIT {

    @Autowired
    private JdbcClient jdbc;

    /** For which every line has settled, also those that other tests have written just now. */
    private AuditSeal seal;

    private List<Long> lines;

    @BeforeEach
    void threeSealedLines() {
        seal = new AuditSeal(jdbc, Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));
        sealAll();
        String subject = "test:" + UUID.randomUUID();
        for (int each = 0; each < 3; each++) {
            jdbc.sql(
                            "INSERT INTO audit_row (at, action, subject, details) VALUES (UTC_TIMESTAMP(6), 'test.done', ?, '{}')")
                    .param(subject)
                    .update();
        }
        sealAll();
        lines = jdbc.sql("SELECT id FROM audit_row WHERE subject = ? ORDER BY id")
                .param(subject)
                .query(Long.class)
                .list();
        assertThat(seal.firstBroken()).isEmpty();
    }

    private void sealAll() {
        while (seal.sealSettled() > 0) {
            assertThat(seal.newest()).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_row SET details = '{\"by\":\"nobody\"}' WHERE id = ?",
                "UPDATE audit_row SET actor = UUID() WHERE id = ?",
                "UPDATE audit_row SET subject = 'test:other' WHERE id = ?",
                "UPDATE audit_row SET at = at + INTERVAL 1 MICROSECOND WHERE id = ?",
                "UPDATE audit_row SET seal = NULL, subject = 'test:other' WHERE id = ?",
                "DELETE FROM audit_row WHERE id = ?"
            })
    void aLineThatIsChangedOrTakenOutShows(String tampering) {
        assertThat(jdbc.sql(tampering).param(lines.get(1)).update()).isEqualTo(1);
        assertThat(seal.firstBroken()).isPresent();
        sealAll();
        assertThat(seal.firstBroken()).isPresent();
    }

    @Test
    void aTrailSealedAnewFromALineOnDoesNotFitTheSealThatWasKept() {
        AuditSeal.Witness kept = seal.newest().orElseThrow();
        jdbc.sql("UPDATE audit_row SET seal = NULL WHERE id >= ?")
                .param(lines.get(1))
                .update();
        jdbc.sql("UPDATE audit_row SET subject = 'test:other' WHERE id = ?")
                .param(lines.get(1))
                .update();
        sealAll();
        assertThat(seal.firstBroken()).isEmpty();
        AuditSeal.Witness now = seal.newest().orElseThrow();
        assertThat(now.line()).isGreaterThanOrEqualTo(kept.line());
        assertThat(now.seal()).isNotEqualTo(kept.seal());
    }
}
