package org.safercommunities.portal.events;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The rule of which sessions one person can book together: any that do not overlap, for nobody is in two rooms. */
final class SessionChoice {

    private SessionChoice() {}

    /** @throws InvalidEvent when the choice is missing or overlaps */
    static Set<UUID> of(Bookable event, Set<UUID> wanted) {
        Set<UUID> chosen = new LinkedHashSet<>();
        for (UUID session : event.sessions().keySet()) {
            if (wanted.isEmpty() || wanted.contains(session)) {
                chosen.add(session);
            }
        }
        if (!wanted.isEmpty() && chosen.size() != wanted.size()) {
            throw new InvalidEvent("sessions", "One of these sessions does not take place any more. Choose again");
        }
        if (overlaps(event.sessions(), chosen)) {
            throw new InvalidEvent(
                    "sessions",
                    wanted.isEmpty()
                            ? "Choose which sessions to come to: some are at the same time"
                            : "Choose one of the sessions that are at the same time");
        }
        return chosen;
    }

    private static boolean overlaps(Map<UUID, Bookable.Hours> hours, Set<UUID> chosen) {
        List<Bookable.Hours> taken = new ArrayList<>();
        for (UUID session : chosen) {
            Bookable.Hours mine = java.util.Objects.requireNonNull(hours.get(session));
            if (taken.stream().anyMatch(mine::overlaps)) {
                return true;
            }
            taken.add(mine);
        }
        return false;
    }
}
