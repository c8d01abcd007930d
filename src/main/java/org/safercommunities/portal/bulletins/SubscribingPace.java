package org.safercommunities.portal.bulletins;

import java.time.Clock;
import java.time.Duration;
import org.safercommunities.portal.shared.Pace;
import org.springframework.stereotype.Component;

/** How often anybody may ask for bulletins: ten times an hour from one place, three times a day with one address. */
@Component
class SubscribingPace {

    private final Clock clock;
    private final Pace places = new Pace(10, Duration.ofHours(1));
    private final Pace addresses = new Pace(3, Duration.ofDays(1));

    SubscribingPace(Clock clock) {
        this.clock = clock;
    }

    boolean allowsPlace(String place) {
        return places.allows(Pace.place(place), clock.instant());
    }

    boolean allowsAddress(String email) {
        return addresses.allows(email, clock.instant());
    }
}
