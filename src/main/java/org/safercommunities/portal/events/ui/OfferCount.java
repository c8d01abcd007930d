package org.safercommunities.portal.events.ui;

import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.events.OwnBookings;
import org.safercommunities.portal.events.PlaceState;
import org.safercommunities.portal.shared.WaitingCount;
import org.springframework.stereotype.Component;

/** The number beside “My bookings” in the navigation: offers that wait for an answer. */
@Component
class OfferCount implements WaitingCount {

    private final OwnBookings bookings;
    private final CurrentReader currentReader;

    OfferCount(OwnBookings bookings, CurrentReader currentReader) {
        this.bookings = bookings;
        this.currentReader = currentReader;
    }

    @Override
    public String path() {
        return EventAddress.OWN;
    }

    @Override
    public int count() {
        return (int) bookings.upcoming(currentReader.get()).stream()
                .flatMap(booking -> booking.places().stream())
                .filter(place -> place.state() == PlaceState.OFFERED)
                .count();
    }

    @Override
    public String inWords(int count) {
        return count == 1 ? "1 place is offered to you" : count + " places are offered to you";
    }
}
