package org.safercommunities.portal.bulletins.ui;

import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.bulletins.offers.OfferReading;
import org.safercommunities.portal.shared.WaitingCount;
import org.springframework.stereotype.Component;

/** How many items wait for the team, beside “Bulletins” in the navigation. */
@Component
class OffersWaiting implements WaitingCount {

    private final OfferReading reading;
    private final CurrentReader current;

    OffersWaiting(OfferReading reading, CurrentReader current) {
        this.reading = reading;
        this.current = current;
    }

    @Override
    public String path() {
        return "bulletins";
    }

    @Override
    public int count() {
        return reading.countWaiting(current.get());
    }

    @Override
    public String inWords(int count) {
        return count == 1 ? "1 item is offered" : count + " items are offered";
    }
}
