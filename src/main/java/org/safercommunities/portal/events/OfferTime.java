package org.safercommunities.portal.events;

import java.time.Instant;

/** The rule of how long an offered place is held: so many working hours, and never beyond the moment booking closes. */
final class OfferTime {

    private OfferTime() {}

    static Instant until(Instant now, int workingHours, Instant cutOff) {
        Instant lapses = WorkingHours.after(now, workingHours);
        return lapses.isBefore(cutOff) ? lapses : cutOff;
    }
}
