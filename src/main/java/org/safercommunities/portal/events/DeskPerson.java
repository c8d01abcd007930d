package org.safercommunities.portal.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's place at one session, as those who run the event see it.
 *
 * @param name as it is now; the address where there is none
 * @param agency slug of the agency that the place counts for
 * @param since when it came to stand as it does
 * @param reason why it stands so, when somebody or a rule said
 * @param came whether they took part; null when nobody has said
 * @param position the turn in the waiting list, from 1; null for who does not wait
 */
public record DeskPerson(
        UUID place,
        UUID booking,
        UUID person,
        String name,
        String email,
        String agency,
        String agencyName,
        UUID session,
        String sessionTitle,
        Mode mode,
        PlaceState state,
        Instant booked,
        Instant since,
        @Nullable String reason,
        @Nullable Boolean came,
        @Nullable Integer position) {}
