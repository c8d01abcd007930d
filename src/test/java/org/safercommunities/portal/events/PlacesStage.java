package org.safercommunities.portal.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.context.ApplicationContext;

/** An event that everybody wants to come to: few places in the room and online, some of them kept; and thirty people. */
public final class PlacesStage {

    private static final int AGENCIES = 5;
    private static final int PEOPLE = 6;

    private final ApplicationContext portal;
    private final List<String> slugs = new ArrayList<>();
    private final List<UUID> people = new ArrayList<>();
    private final UUID event;

    public PlacesStage(ApplicationContext portal) {
        this.portal = portal;
        EventWorld world = new EventWorld(portal);
        for (int i = 0; i < AGENCIES; i++) {
            String slug = world.somebody.agency("Replay");
            slugs.add(slug);
            for (int j = 0; j < PEOPLE; j++) {
                people.add(world.somebody.of(slug).personId());
            }
        }
        event = world.event(EventWorld.plan(EventWorld.session(
                "",
                EventWorld.START,
                EventWorld.START.plusSeconds(3_600),
                Map.of(Mode.IN_PERSON, 6, Mode.ONLINE, 2),
                new Allocation(slugs.get(0), Mode.IN_PERSON, 2, 4, null),
                new Allocation(slugs.get(1), Mode.IN_PERSON, 1, null, null),
                new Allocation(slugs.get(2), Mode.ONLINE, 0, 1, null))));
    }

    UUID event() {
        return event;
    }

    List<UUID> people() {
        return people;
    }

    /** What a {@link PlacesNode} is told, so that it takes so many random steps here. */
    public String storm(long seed, int steps, int threads) {
        return "storm %s %d %d %d %s"
                .formatted(
                        event,
                        seed,
                        steps,
                        threads,
                        people.stream().map(UUID::toString).collect(Collectors.joining(",")));
    }

    /** Two agencies become part of two others, whatever is being booked just now. */
    public void mergeAgencies() {
        Agencies agencies = portal.getBean(Agencies.class);
        agencies.merge(slugs.get(3), slugs.get(0), Reader.portal());
        agencies.merge(slugs.get(1), slugs.get(4), Reader.portal());
    }

    /** What is wrong when the clock has done its part, and nobody is at work any more. */
    public List<String> faultsOnceAllIsCaughtUp() {
        EventWorld world = new EventWorld(portal);
        PlacesInTime inTime = portal.getBean(PlacesInTime.class);
        inTime.sweep();
        inTime.catchUp();
        return new PlacesOracle(world.jdbc).faults(event);
    }
}
