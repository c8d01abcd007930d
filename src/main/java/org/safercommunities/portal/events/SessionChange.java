package org.safercommunities.portal.events;

import java.util.ArrayList;
import java.util.List;
import org.safercommunities.portal.shared.Dates;

/** What those booked are told of a changed session: what is another than it was, a sentence to a line. How it is now, they see. */
final class SessionChange {

    private SessionChange() {}

    static String inWords(EventSession before, SessionPlan after) {
        List<String> changes = new ArrayList<>();
        if (!before.startAt().equals(after.start()) || !before.endAt().equals(after.end())) {
            changes.add("The time has changed. It was: " + Dates.span(before.startAt(), before.endAt()) + ".");
        }
        Venue was = before.venue();
        if (!was.name().equals(after.venue().name())
                || !was.address().equals(after.venue().address())) {
            changes.add(
                    was.name().isEmpty()
                            ? "There is a venue now."
                            : "The venue has changed. It was: " + was.name() + ".");
        } else if (!was.equals(after.venue())) {
            changes.add("What we say about getting there has changed.");
        }
        if (!before.title().equals(after.title()) && !before.title().isEmpty()) {
            changes.add("The session has another title. It was: " + before.title() + ".");
        }
        return String.join("\n", changes);
    }
}
