package org.safercommunities.portal.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * A thousand steps drawn at random. After each batch the counters equal a replay of the log, and an oracle that knows nothing of
 * the code finds no free place that somebody eligible waits for, nor anybody overtaken without a reason.
 */
@PortalIT
class PlacesReplayIT {

    private static final long SEED = 20_261_125;
    private static final int STEPS = 1_000;

    private final PlacesTrial trial;

    PlacesReplayIT(@Autowired ApplicationContext portal) {
        trial = new PlacesTrial(portal);
    }

    @Test
    void whateverHappensTheCountersEqualTheLogAndNoPlaceIsWithheldOrGivenTwice() {
        PlacesTrial.Outcome outcome = trial.run(SEED, STEPS);
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.done().keySet())
                .as("what has happened: %s", outcome.done())
                .contains("book", "cancel", "accept", "decline", "lapse", "hand over", "change mode", "resize");
    }
}
