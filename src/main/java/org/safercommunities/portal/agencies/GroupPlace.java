package org.safercommunities.portal.agencies;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's place in a group.
 *
 * @param substituteFor the member whose place they take; only for substitutes
 * @param from the first day, null for always
 * @param until the last day, null for no end
 */
public record GroupPlace(
        UUID person,
        Capacity capacity,
        @Nullable UUID substituteFor,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    public GroupPlace {
        if (capacity != Capacity.SUBSTITUTE) {
            substituteFor = null;
        }
        if (from != null && until != null && until.isBefore(from)) {
            throw new InvalidEntry("until", "Choose a last day that is not before the first");
        }
    }

    public static GroupPlace member(UUID person) {
        return new GroupPlace(person, Capacity.MEMBER, null, null, null);
    }

    public boolean begins(LocalDate today) {
        return from != null && from.isAfter(today);
    }

    public boolean isOver(LocalDate today) {
        return until != null && until.isBefore(today);
    }
}
