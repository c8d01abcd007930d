package org.safercommunities.portal.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A session as its page shows it.
 *
 * @param hasJoiningLink whether there is an online meeting already; its address is not here on purpose
 * @param pools for each way of taking part, in the order of {@link Mode}
 */
public record SessionDetails(
        UUID id,
        String title,
        String description,
        Instant start,
        Instant end,
        Venue venue,
        boolean hasJoiningLink,
        int joinOpensMinutes,
        List<PoolFigures> pools,
        List<Talk> talks) {}
