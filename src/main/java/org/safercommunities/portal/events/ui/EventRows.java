package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.safercommunities.portal.events.EventCard;
import org.safercommunities.portal.events.EventState;
import org.safercommunities.portal.events.OwnBooking;
import org.safercommunities.portal.events.OwnPlace;
import org.safercommunities.portal.library.Topics;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.StateChip;
import org.safercommunities.portal.shared.ui.TopicChip;

/** Events and bookings as rows with a leaf of the calendar. */
@org.springframework.stereotype.Component
public class EventRows {

    private final Topics topics;
    private final Clock clock;

    EventRows(Topics topics, Clock clock) {
        this.topics = topics;
        this.clock = clock;
    }

    /** One row each, in the order given. */
    public List<Row> of(List<EventCard> events) {
        Map<String, String> names = topics.names();
        return events.stream().map(event -> row(event, names)).toList();
    }

    /** For a narrow column: when, where, and whether there are places. */
    public List<Row> brief(List<EventCard> events) {
        return events.stream().map(event -> chips(start(event), event)).toList();
    }

    private Row row(EventCard event, Map<String, String> names) {
        List<Component> chips = chipsOf(event);
        event.topics().stream()
                .findFirst()
                .ifPresent(topic -> chips.add(new TopicChip(names.getOrDefault(topic, topic))));
        return start(event).chips(chips.toArray(Component[]::new));
    }

    private Row start(EventCard event) {
        return Row.linked(event.title(), EventAddress.page(event.id()))
                .date(event.start().atZone(Dates.KENT).toLocalDate())
                .facts(
                        event.kind().inWords(),
                        Dates.span(event.start(), event.end()),
                        EventWords.where(event.venue(), event.modes()));
    }

    private Row chips(Row row, EventCard event) {
        return row.chips(chipsOf(event).toArray(Component[]::new));
    }

    private List<Component> chipsOf(EventCard event) {
        List<Component> chips = new ArrayList<>();
        var mine = event.mine();
        if (mine != null) {
            chips.add(EventWords.own(mine, null));
        }
        StateChip state = EventWords.state(event, clock.instant());
        if (state != null && (mine == null || event.state() != EventState.PUBLISHED)) {
            chips.add(state);
        }
        return chips;
    }

    /** A booking with how each of its sessions stands. */
    public Row booking(OwnBooking booking) {
        OwnPlace first = booking.places().getFirst();
        Row row = Row.linked(booking.eventTitle(), EventAddress.page(booking.event()))
                .date(booking.start().atZone(Dates.KENT).toLocalDate());
        if (booking.eventState() == EventState.CANCELLED) {
            return row.facts(Dates.span(first.start(), first.end()))
                    .chips(EventWords.own(org.safercommunities.portal.events.PlaceState.CALLED_OFF, null));
        }
        for (OwnPlace place : booking.places()) {
            facts(row, booking, place).chips(EventWords.own(place.state(), place.position()));
        }
        return row;
    }

    /** A booking of an event that is over. */
    Row pastBooking(OwnBooking booking, boolean came) {
        if (booking.eventState() == EventState.CANCELLED) {
            return booking(booking);
        }
        Row row = Row.linked(booking.eventTitle(), EventAddress.page(booking.event()))
                .date(booking.start().atZone(Dates.KENT).toLocalDate());
        booking.places().forEach(place -> facts(row, booking, place));
        return row.chips(came ? StateChip.good("You came") : StateChip.info(Icon.TICKET_CHECK, "You were booked"));
    }

    private static Row facts(Row row, OwnBooking booking, OwnPlace place) {
        return row.facts(
                booking.places().size() > 1 ? place.sessionTitle() : "",
                Dates.span(place.start(), place.end()),
                EventWords.where(place.venue().name(), java.util.Set.of(place.mode())));
    }
}
