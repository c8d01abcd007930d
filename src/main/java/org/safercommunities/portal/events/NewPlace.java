package org.safercommunities.portal.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place to be made for somebody who is booked.
 *
 * @param replaces the place that they give up once this one is theirs; null when there is none
 * @param ticket their turn in the waiting list when they have one already; null for the end of it
 */
record NewPlace(
        Booked booked,
        Pool pool,
        PlaceState state,
        @Nullable UUID replaces,
        @Nullable Long ticket) {

    /** A booking as far as its places are concerned. */
    record Booked(UUID id, UUID event, UUID person, String agency, boolean automatic) {

        static Booked of(Place place) {
            return new Booked(place.booking(), place.event(), place.person(), place.agency(), place.automatic());
        }
    }

    static NewPlace of(Booked booked, Pool pool, PlaceState state) {
        return new NewPlace(booked, pool, state, null, null);
    }
}
