package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.events.AgencyPlace;
import org.safercommunities.portal.events.AgencyPlaces;
import org.safercommunities.portal.events.BookingClosed;
import org.safercommunities.portal.events.Bookings;
import org.safercommunities.portal.events.EventCard;
import org.safercommunities.portal.events.EventFilter;
import org.safercommunities.portal.events.Events;
import org.safercommunities.portal.events.InvalidEvent;
import org.safercommunities.portal.events.PlaceDecisions;
import org.safercommunities.portal.events.PlaceState;
import org.safercommunities.portal.events.Places;
import org.safercommunities.portal.events.UnknownEvent;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;

/** For coordinators: who of their own agency is booked, waits or awaits approval, and booking for a colleague. */
@Route("agency/places")
@PageTitle("Places at events")
@Menu(title = "Places at events", order = 210, icon = "ticket-check")
@StyleSheet("desk.css")
@RolesAllowed("COORDINATOR")
class AgencyPlacesView extends Div {

    private final AgencyPlaces agencyPlaces;
    private final Places places;
    private final PlaceDecisions decisions;
    private final CurrentReader reader;
    private final Clock clock;
    private final Div list = new Div();

    AgencyPlacesView(
            AgencyPlaces agencyPlaces,
            Places places,
            PlaceDecisions decisions,
            Events events,
            Bookings bookings,
            CurrentReader reader,
            Clock clock) {
        this.agencyPlaces = agencyPlaces;
        this.places = places;
        this.decisions = decisions;
        this.reader = reader;
        this.clock = clock;
        Select<EventCard> book = new Select<>();
        book.setLabel("Book colleagues for");
        book.setPlaceholder("Choose an event");
        Instant now = clock.instant();
        book.setItems(events.list(EventFilter.upcoming(now), 0, 200, reader.get()).stream()
                .filter(event -> event.isBookable(now))
                .toList());
        book.setItemLabelGenerator(event -> event == null ? "" : event.title() + ", " + Dates.brief(event.start()));
        book.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                events.find(change.getValue().id(), reader.get())
                        .ifPresent(event -> EventDeskBooking.open(event, bookings, reader, this::show));
                book.clear();
            }
        });
        Div offer = new Div(book);
        offer.addClassName("sc-event-offer");
        add(
                new PageHeader("Places at events")
                        .lead("Who of your agency has a place, waits, or needs your approval, for the events to come."),
                offer,
                list);
        show();
    }

    private void show() {
        list.removeAll();
        Map<UUID, List<AgencyPlace>> events = agencyPlaces.upcoming(reader.get()).stream()
                .collect(Collectors.groupingBy(AgencyPlace::event, LinkedHashMap::new, Collectors.toList()));
        events.values().forEach(members -> {
            AgencyPlace first = members.getFirst();
            Paragraph when = new Paragraph(Dates.moment(first.start()));
            when.addClassName("sc-note");
            list.add(new PageSection(
                            first.eventTitle(),
                            when,
                            new Rows(members.stream().map(this::row).toList()))
                    .link("Open the event", "events/" + first.event()));
        });
        if (events.isEmpty()) {
            list.add(new EmptyState(
                    Icon.TICKET_CHECK,
                    "Nobody of your agency is booked",
                    "Choose an event above and book colleagues."));
        }
    }

    private Row row(AgencyPlace place) {
        String lapses = place.lapses() == null ? "" : "offer stands until " + Dates.moment(place.lapses());
        Row row = Row.titled(place.name())
                .facts(place.email(), place.sessionTitle(), place.mode().label(), lapses)
                .chips(EventDeskChips.of(place.state(), null));
        return row.lowAction(actions(place));
    }

    private Component[] actions(AgencyPlace place) {
        boolean own = place.person().equals(reader.get().personId());
        if (place.state() == PlaceState.AWAITING_APPROVAL && !own) {
            QuietButton approve = new QuietButton(
                    "Approve",
                    () -> attempt(() -> {
                        decisions.approve(place.place(), reader.get());
                        return place.name() + " has a place.";
                    }));
            approve.setAriaLabel("Approve the place of " + place.name());
            QuietButton refuse = new QuietButton(
                    "Refuse",
                    () -> EventDeskReason.ask(
                            "Refuse the place of %s?".formatted(place.name()),
                            "They are told the reason. The place goes to whoever waits.",
                            "Refuse",
                            true,
                            reason -> {
                                decisions.refuse(place.place(), reason, reader.get());
                                show();
                            }));
            refuse.setAriaLabel("Refuse the place of " + place.name());
            return new Component[] {approve, refuse};
        }
        if (clock.instant().isAfter(place.cancelUntil())) {
            return new Component[0];
        }
        QuietButton cancel = new QuietButton(
                "Give up",
                () -> ConfirmQuestion.askDanger(
                        "Give up the place of %s?".formatted(place.name()),
                        "They are told. What it frees goes to whoever waits.",
                        "Give up",
                        () -> attempt(() -> {
                            places.cancelPlace(place.place(), reader.get());
                            return "The place of %s is given up.".formatted(place.name());
                        })));
        cancel.setAriaLabel("Give up the place of " + place.name());
        return new Component[] {cancel};
    }

    /** Does it and says what came of it. */
    private interface Done {
        String words();
    }

    private void attempt(Done action) {
        Notices notices = Notices.on(UI.getCurrent());
        try {
            notices.good(action.words());
        } catch (InvalidEvent | BookingClosed refused) {
            notices.bad(refused.getMessage() + ".");
        } catch (UnknownEvent gone) {
            notices.bad("Somebody else changed this at the same moment.");
        }
        show();
    }
}
