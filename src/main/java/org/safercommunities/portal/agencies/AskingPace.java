package org.safercommunities.portal.agencies;

import java.time.Clock;
import java.time.Duration;
import org.safercommunities.portal.shared.Pace;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How often anybody may ask for access: ten times an hour from one place, three times a day with one address. */
@Component
class AskingPace {

    private final Clock clock;
    private final Pace places;
    private final Pace addresses = new Pace(3, Duration.ofDays(1));

    AskingPace(Clock clock, @Value("${portal.limits.forms}") int forms) {
        this.clock = clock;
        this.places = new Pace(forms, Duration.ofHours(1));
    }

    /** @param place the asking computer's network address */
    boolean allowsPlace(String place) {
        return places.allows(Pace.place(place), clock.instant());
    }

    boolean allowsAddress(String email) {
        return addresses.allows(email, clock.instant());
    }
}
