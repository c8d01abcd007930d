package org.safercommunities.portal.events;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of a booking.
 *
 * @param status of the whole: confirmed as soon as one session is
 * @param position in the waiting list, from 1, of the first session that is waited for; null when nothing is
 */
public record BookingOutcome(
        UUID id, UUID person, PlaceState status, @Nullable Integer position, List<PlaceOutcome> places) {

    /** One session of it. */
    public record PlaceOutcome(
            UUID place,
            UUID session,
            PlaceState state,
            @Nullable Integer position) {}

    static BookingOutcome of(UUID id, UUID person, List<PlaceOutcome> places) {
        PlaceState status = places.stream()
                .map(PlaceOutcome::state)
                .min(java.util.Comparator.naturalOrder())
                .orElse(PlaceState.CANCELLED);
        Integer position = places.stream()
                .map(PlaceOutcome::position)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new BookingOutcome(id, person, status, position, List.copyOf(places));
    }
}
