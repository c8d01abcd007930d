package org.safercommunities.portal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.safercommunities.portal.support.PortalServices;

/** Node, mail server and database are killed while mail to many is sent; the bench does the same far more often. */
class MailKillsIT {

    private static final int KILLS = 5;
    private static final long SEED = 503;

    @Test
    void noMailIsLostAndNoneArrivesTwiceUnsaid() throws Exception {
        try (KillRounds rounds = new KillRounds(PortalServices.folder().resolve("kills"), SEED)) {
            KillRounds.Result result = rounds.run(KILLS);
            assertThat(result.kills()).isEqualTo(KILLS);
            assertThat(result.lost()).isZero();
            assertThat(result.unmarked()).isZero();
            assertThat(result.mostUncertain()).isLessThanOrEqualTo(KillRounds.Result.bound());
            assertThat(result.doubles()).isLessThanOrEqualTo(result.uncertain());
            assertThat(result.mostDoubles()).isLessThanOrEqualTo(KillRounds.Result.bound());
            assertThat(result.uncertain()).isPositive();
            assertThat(result.refused()).isPositive();
            assertThat(result.atTheDot()).isPositive();
        }
    }
}
