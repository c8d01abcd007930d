package org.safercommunities.portal.events;

import java.util.List;

/**
 * An event as it is shown among other things, in a bulletin for example.
 *
 * @param pools places for each way of taking part, in the order of {@link Mode}; none when it has several sessions, of which
 *     each has places of its own
 */
public record EventGlance(EventCard card, List<PoolFigures> pools) {

    public EventGlance {
        pools = List.copyOf(pools);
    }
}
