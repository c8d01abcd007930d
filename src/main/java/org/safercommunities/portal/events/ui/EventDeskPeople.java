package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.events.DeskPerson;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.events.PlaceState;
import org.safercommunities.portal.events.StateWords;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.FileLink;
import org.safercommunities.portal.shared.ui.FilterLine;
import org.safercommunities.portal.shared.ui.GrowingRows;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Everybody who has a place or waits: a grid where there is room, rows on a phone. */
class EventDeskPeople extends PageSection {

    private final List<DeskPerson> people;
    private final boolean severalSessions;
    private final EventDeskDecide decide;
    private final TextField search = new TextField("Name or e-mail address");
    private final Select<PlaceState> state = new Select<>();
    private final Select<String> agency = new Select<>();
    private final LiveText count = new LiveText("");
    private final Div list = new Div();

    EventDeskPeople(EventDetails event, List<DeskPerson> people, EventDeskServices services, Runnable changed) {
        super("People");
        this.people = people;
        severalSessions = event.sessions().size() > 1;
        decide = new EventDeskDecide(services, changed);
        SecondaryButton book = new SecondaryButton(
                "Book colleagues",
                Icon.USER_PLUS,
                () -> EventDeskBooking.open(event, services.bookings(), services.current(), changed));
        Div actions = new Div(
                book, FileLink.csv("people.csv", out -> services.desk().export(event.id(), out, services.reader())));
        actions.addClassName("sc-buttons");
        beside(actions);
        search.setPrefixComponent(Icon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(any -> show());
        state.setLabel("State");
        state.setItems(PlaceState.CONFIRMED, PlaceState.OFFERED, PlaceState.AWAITING_APPROVAL, PlaceState.WAITING);
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption("Any");
        state.setItemLabelGenerator(each -> each == null ? "Any" : StateWords.of(each));
        state.addValueChangeListener(any -> show());
        agency.setLabel("Agency");
        agency.setItems(
                people.stream().map(DeskPerson::agencyName).distinct().sorted().toList());
        agency.setEmptySelectionAllowed(true);
        agency.setEmptySelectionCaption("All");
        agency.setItemLabelGenerator(each -> each == null ? "All" : each);
        agency.addValueChangeListener(any -> show());
        add(new FilterLine(search, state, agency), count, list);
        show();
    }

    private void show() {
        String words = search.getValue().strip().toLowerCase(Locale.UK);
        List<DeskPerson> found = people.stream()
                .filter(each -> each.name().toLowerCase(Locale.UK).contains(words)
                        || each.email().toLowerCase(Locale.UK).contains(words))
                .filter(each -> fits(state.getValue(), each.state()) && fits(agency.getValue(), each.agencyName()))
                .toList();
        count.setText(found.size() == 1 ? "1 place" : found.size() + " places");
        list.removeAll();
        if (found.isEmpty()) {
            list.add(new EmptyState(
                    Icon.USERS,
                    people.isEmpty() ? "Nobody has booked yet" : "Nobody found",
                    people.isEmpty()
                            ? "Share the page of the event, or book colleagues yourself."
                            : "Try fewer letters, or take a filter away."));
            return;
        }
        Div rows = new Div(new GrowingRows(
                found.size(),
                (offset, limit) ->
                        found.stream().skip(offset).limit(limit).map(this::row).toList()));
        rows.addClassName("sc-desk-narrow");
        list.add(grid(found), rows);
    }

    private static <T> boolean fits(@Nullable T wanted, T is) {
        return wanted == null || wanted.equals(is);
    }

    private Grid<DeskPerson> grid(List<DeskPerson> found) {
        Grid<DeskPerson> grid = new Grid<>();
        grid.addClassName("sc-desk-wide");
        grid.setItems(found);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addComponentColumn(EventDeskPeople::who)
                .setHeader("Name and agency")
                .setComparator(Comparator.comparing(DeskPerson::name, String.CASE_INSENSITIVE_ORDER))
                .setFlexGrow(3);
        if (severalSessions) {
            grid.addColumn(DeskPerson::sessionTitle)
                    .setHeader("Session")
                    .setSortable(true)
                    .setFlexGrow(2);
        }
        grid.addColumn(each -> each.mode().label())
                .setHeader("Taking part")
                .setSortable(true)
                .setAutoWidth(true);
        grid.addComponentColumn(EventDeskPeople::state)
                .setHeader("State")
                .setComparator(Comparator.comparing(DeskPerson::state))
                .setFlexGrow(2);
        grid.addColumn(each -> Dates.brief(each.since()))
                .setHeader("Since")
                .setComparator(Comparator.comparing(DeskPerson::since))
                .setAutoWidth(true);
        grid.addComponentColumn(this::actions)
                .setHeader("Decide")
                .setAutoWidth(true)
                .setFlexGrow(1);
        grid.setAllRowsVisible(found.size() <= 12);
        return grid;
    }

    private static Component who(DeskPerson person) {
        Span name = new Span(person.name());
        name.addClassName("sc-strong");
        Span from = new Span(person.agencyName());
        from.addClassName("sc-note");
        Div who = new Div(name, from);
        who.addClassName("sc-desk-who");
        return who;
    }

    private static Component state(DeskPerson person) {
        Div cell = new Div(EventDeskChips.of(person.state(), person.position()));
        cell.addClassName("sc-desk-who");
        if (person.reason() != null && !person.reason().isBlank()) {
            Span reason = new Span(person.reason());
            reason.addClassName("sc-note");
            cell.add(reason);
        }
        return cell;
    }

    private Component actions(DeskPerson person) {
        Div actions = new Div();
        actions.addClassName("sc-desk-actions");
        decide.buttons(person).forEach(actions::add);
        return actions;
    }

    private Row row(DeskPerson person) {
        return Row.titled(person.name())
                .facts(
                        person.agencyName(),
                        severalSessions ? person.sessionTitle() : "",
                        person.mode().label(),
                        "since " + Dates.brief(person.since()),
                        person.reason() == null ? "" : person.reason())
                .chips(EventDeskChips.of(person.state(), person.position()))
                .lowAction(decide.buttons(person).toArray(Component[]::new));
    }
}
