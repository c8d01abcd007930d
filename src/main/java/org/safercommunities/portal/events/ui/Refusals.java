package org.safercommunities.portal.events.ui;

import java.util.Optional;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.events.AlreadyBooked;
import org.safercommunities.portal.events.BookingClosed;
import org.safercommunities.portal.events.InvalidEvent;
import org.safercommunities.portal.events.NotEnoughPlaces;
import org.safercommunities.portal.events.UnknownEvent;

/** What people are told when something about a place cannot be done. */
final class Refusals {

    private Refusals() {}

    /** Does it, and says why when that is refused; empty when it is done. Anything unexpected goes on. */
    static Optional<String> of(Runnable action) {
        try {
            action.run();
            return Optional.empty();
        } catch (BookingClosed | InvalidEvent | NotEnoughPlaces | AlreadyBooked | InvalidEntry refused) {
            return Optional.of(sentence(String.valueOf(refused.getMessage())));
        } catch (UnknownEvent gone) {
            return Optional.of("This is not there any more. Open the event again to see how things stand.");
        }
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }
}
