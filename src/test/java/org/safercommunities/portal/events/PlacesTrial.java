package org.safercommunities.portal.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.context.ApplicationContext;

/** A sequence of random steps on an event of its own, with agencies that merge half way, and what the oracle says of it. */
public final class PlacesTrial {

    private static final int BATCH = 50;

    private final ApplicationContext portal;
    private final EventWorld world;
    private final PlacesOracle oracle;

    public PlacesTrial(ApplicationContext portal) {
        this.portal = portal;
        this.world = new EventWorld(portal);
        this.oracle = new PlacesOracle(world.jdbc);
    }

    /** @param done how often each thing was done, or refused */
    public record Outcome(Map<String, Integer> done, List<String> faults) {}

    /** Ends at the first batch of steps after which something is wrong. */
    public Outcome run(long seed, int steps) {
        PlacesStage stage = new PlacesStage(portal);
        PlacesStorm storm = new PlacesStorm(portal, world, stage.event(), stage.people());
        Random random = new Random(seed);
        for (int step = 1; step <= steps; step++) {
            if (step == steps / 2) {
                stage.mergeAgencies();
            }
            storm.step(random);
            if (step % BATCH == 0) {
                portal.getBean(PlacesInTime.class).catchUp();
                List<String> faults = new ArrayList<>(oracle.wrongCounters(stage.event()));
                faults.addAll(oracle.withheld(stage.event()));
                if (!faults.isEmpty()) {
                    return new Outcome(storm.done(), faults);
                }
            }
        }
        return new Outcome(storm.done(), oracle.faults(stage.event()));
    }
}
