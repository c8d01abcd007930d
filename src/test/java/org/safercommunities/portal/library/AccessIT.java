package org.safercommunities.portal.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@PortalIT
class AccessIT {

    private static final int CASES = 1_500;

    private final AccessTrial trial;

    AccessIT(@Autowired ApplicationContext portal) {
        trial = new AccessTrial(portal);
    }

    @Test
    void nobodyGetsADocumentOrATraceOfItByAnyExitUnlessTheRuleSaysSo() {
        AccessTrial.Outcome outcome = trial.run(20_261_122, CASES);

        assertThat(outcome.cases()).isEqualTo(CASES);
        assertThat(outcome.visible())
                .as("cases in which the document is theirs to see")
                .isBetween(CASES / 10, CASES * 9 / 10);
        assertThat(outcome.inEmergency())
                .as("cases in which nothing but an emergency opens it")
                .isGreaterThan(CASES / 100);
        assertThat(outcome.leaks()).isEmpty();
        assertThat(outcome.withheld()).isEmpty();
    }

    @Test
    void aRuleWithOneKeyTooManyIsNoticed() {
        AccessTrial.Outcome outcome = trial.runWeakened(20_261_123, CASES / 4);

        assertThat(outcome.leaks())
                .as("leaks that the trial finds when the rule is weakened")
                .isNotEmpty();
    }
}
