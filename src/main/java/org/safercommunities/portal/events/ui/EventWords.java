package org.safercommunities.portal.events.ui;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.events.EventCard;
import org.safercommunities.portal.events.EventState;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.PlaceState;
import org.safercommunities.portal.events.PoolFigures;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.StateChip;

/** How the pages say where events and places stand. */
final class EventWords {

    private EventWords() {}

    /** “1st”, “2nd”, “11th”. */
    static String ordinal(int number) {
        int lastTwo = number % 100;
        String ending = lastTwo >= 11 && lastTwo <= 13
                ? "th"
                : switch (number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return number + ending;
    }

    static String placesLeft(int open) {
        return open == 1 ? "1 place left" : "%,d places left".formatted(open);
    }

    /** “38 of 100 places left”, or what waiting would mean. */
    static String of(PoolFigures pool) {
        return pool.open() > 0
                ? "%,d of %s left".formatted(pool.open(), places(pool.capacity()))
                : pool.waiting() == 0
                        ? "Full. Nobody waits yet, you would be 1st"
                        : "Full. %,d waiting, you would be %s".formatted(pool.waiting(), ordinal(pool.waiting() + 1));
    }

    private static String places(int number) {
        return number == 1 ? "1 place" : "%,d places".formatted(number);
    }

    /** “Oast Hall and online”, “Online”, “Oast Hall”. */
    static String where(String venue, Set<Mode> modes) {
        String room = venue.isBlank() ? Mode.IN_PERSON.label() : venue;
        if (modes.contains(Mode.IN_PERSON)) {
            return modes.contains(Mode.ONLINE) ? room + " and online" : room;
        }
        return modes.contains(Mode.ONLINE) ? Mode.ONLINE.label() : "";
    }

    /** How somebody's own place stands. */
    static StateChip own(PlaceState state, @Nullable Integer position) {
        return switch (state) {
            case CONFIRMED -> StateChip.good("You have a place");
            case OFFERED -> StateChip.warn("A place is offered to you");
            case AWAITING_APPROVAL -> StateChip.info(Icon.CLOCK, "Waiting for approval");
            case WAITING ->
                StateChip.info(
                        Icon.HOURGLASS,
                        position == null ? "You are on the waiting list" : ordinal(position) + " on the waiting list");
            default -> StateChip.bad(Icon.CIRCLE_X, "Cancelled");
        };
    }

    /** What can be done about an event that is not over, or why nothing can; null when there is nothing to say. */
    static @Nullable StateChip state(EventCard event, Instant now) {
        Instant opens = event.opens();
        if (event.state() == EventState.CANCELLED) {
            return StateChip.bad(Icon.CIRCLE_X, "Cancelled");
        }
        if (event.state() != EventState.PUBLISHED) {
            return StateChip.warn(Icon.FILE_PEN, draft(event));
        }
        if (!now.isBefore(event.end())) {
            return null;
        }
        if (opens != null && now.isBefore(opens)) {
            return StateChip.info(Icon.CALENDAR_CLOCK, "Booking opens " + Dates.moment(opens));
        }
        if (!event.isBookable(now) || !now.isBefore(event.start())) {
            return StateChip.info(Icon.LOCK, "Booking has closed");
        }
        return event.open() > 0
                // Of several sessions the sum would say nothing: one may be full
                ? StateChip.good(Icon.TICKET_CHECK, event.sessions() > 1 ? "Places left" : placesLeft(event.open()))
                : StateChip.warn(Icon.HOURGLASS, "Full: waiting list of " + event.waiting());
    }

    private static String draft(EventCard event) {
        return event.template() ? "Template" : event.state() == EventState.SCHEDULED ? "Publishes itself" : "Draft";
    }
}
