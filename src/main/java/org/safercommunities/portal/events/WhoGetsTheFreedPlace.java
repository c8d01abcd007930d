package org.safercommunities.portal.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The published rule of the waiting list: places that are kept for an agency go to its people first; every other place goes
 * to whoever has waited longest. Somebody whose agency has all it may have is passed over until that changes.
 */
public final class WhoGetsTheFreedPlace {

    /** As the page of every event says it. */
    public static final String IN_WORDS =
            "A free place goes first to agencies that have places kept for them, then to whoever has waited longest.";

    private WhoGetsTheFreedPlace() {}

    /** Somebody on the waiting list. */
    record Waiting(UUID place, String agency) {}

    /** @param reason why it is them, as it is kept with the place */
    record Choice(UUID place, String agency, String reason) {}

    /** @param queue in the order of joining */
    static Optional<Choice> choose(Pool pool, List<Waiting> queue, Instant now) {
        if (pool.isFull()) {
            return Optional.empty();
        }
        for (Waiting waiting : queue) {
            if (pool.isOwed(waiting.agency(), now) && pool.openTo(waiting.agency(), now) > 0) {
                return Optional.of(new Choice(
                        waiting.place(), waiting.agency(), "First of an agency that has places kept for it"));
            }
        }
        boolean passedOver = false;
        for (Waiting waiting : queue) {
            if (pool.openTo(waiting.agency(), now) > 0) {
                return Optional.of(new Choice(
                        waiting.place(),
                        waiting.agency(),
                        passedOver ? "Longest waiting whose agency may have more places" : "Longest waiting"));
            }
            passedOver = true;
        }
        return Optional.empty();
    }
}
