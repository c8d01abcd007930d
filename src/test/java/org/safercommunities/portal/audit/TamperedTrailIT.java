package org.safercommunities.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safercommunities.portal.audit.AuditVerdict.Kind;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;

/** What somebody with the database in their hands does to a trail of 2,000 lines. {@code ./portal bench audit} does it to 100,000. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class TamperedTrailIT {

    private static final int LINES = 2000;

    @TempDir
    private Path folder;

    private TrailTrial trial;

    @BeforeEach
    void sealed() throws SQLException {
        trial = new TrailTrial(PortalServices.mariaDb(), folder.resolve("heads.jsonl"), 20261126);
        trial.fill(LINES);
        AuditVerdict whole = trial.verify();
        assertThat(whole.findings()).isEmpty();
        assertThat(whole.sealed()).isEqualTo(LINES);
        assertThat(whole.heads()).isEqualTo(2);
    }

    @AfterEach
    void gone() throws SQLException {
        trial.close();
    }

    @Test
    void whatWasDoneToALineIsSaidOfThatLine() throws SQLException {
        for (int round = 0; round < 7; round++) {
            assertThat(trial.alter()).matches(attempt -> attempt.named(Kind.ALTERED));
            assertThat(trial.remove()).matches(attempt -> attempt.named(Kind.MISSING));
            assertThat(trial.removeWithSeal()).matches(attempt -> attempt.named(Kind.MISSING));
            assertThat(trial.insert()).matches(attempt -> attempt.named(Kind.INSERTED));
            assertThat(trial.move()).matches(attempt -> attempt.named(Kind.MOVED));
            assertThat(trial.swap()).matches(attempt -> attempt.named(Kind.ALTERED));
            assertThat(trial.touch().verdict().findings()).isEmpty();
        }
        assertThat(trial.verify().findings()).isEmpty();
    }

    @Test
    void onlyTheHeadsThatWereKeptShowATrailMadeAnew() throws SQLException {
        long line = trial.makeAnew();
        assertThat(trial.verifyWithoutHeads().findings()).isEmpty();
        AuditVerdict.Finding found = trial.verify().first().orElseThrow();
        assertThat(found.kind()).isEqualTo(Kind.REMADE);
        assertThat(found.line()).isLessThanOrEqualTo(line);
    }

    @Test
    void onlyTheHeadsThatWereKeptShowAnEndThatWasTakenAway() throws SQLException {
        long line = trial.cutOff(300);
        assertThat(trial.verifyWithoutHeads().findings()).isEmpty();
        AuditVerdict.Finding found = trial.verify().first().orElseThrow();
        assertThat(found.kind()).isEqualTo(Kind.MISSING);
        // The id before the first may be one that was left free
        assertThat(found.line()).isBetween(line - 1, line);
    }
}
