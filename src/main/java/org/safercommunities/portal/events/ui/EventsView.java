package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Arrays;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.events.EventFilter;
import org.safercommunities.portal.events.Events;
import org.safercommunities.portal.events.ui.EventsRequest.Show;
import org.safercommunities.portal.library.Topics;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.GrowingRows;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.PageHeader;

/** What is on: as a list or a month, narrowed by topic, kind, way of taking part and places left. The address says it all. */
@Route("events")
@PageTitle("Events")
@Menu(title = "Events", order = 30, icon = "calendar-days")
@StyleSheet("events.css")
@PermitAll
class EventsView extends Div implements AfterNavigationObserver {

    private static final int MOST_OF_A_MONTH = 500;

    private final Events events;
    private final EventRows rows;
    private final CurrentReader currentReader;
    private final Clock clock;
    private final Nav ways = new Nav();
    private final EventFilters filters;
    private final LiveText count = new LiveText("");
    private final Div list = new Div();

    EventsView(Events events, EventRows rows, Topics topics, CurrentReader currentReader, Clock clock) {
        this.events = events;
        this.rows = rows;
        this.currentReader = currentReader;
        this.clock = clock;
        filters = new EventFilters(topics.current(), this::go);
        ways.addClassName("sc-ways");
        ways.setAriaLabel("Which events");
        PageHeader header = new PageHeader("Events")
                .lead("Seminars, workshops and conferences of the partnership. Places are free.");
        if (currentReader.get().is(Role.EDITOR)) {
            header.actions(LinkButton.primary("events/new", "Plan an event").with(Icon.PLUS));
        }
        add(header, ways, filters, count, list);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show(EventsRequest.of(event.getLocation().getQueryParameters()));
    }

    private void go(EventsRequest request) {
        getUI().ifPresent(ui -> ui.navigate(EventAddress.LIST, request.address()));
    }

    private void show(EventsRequest asked) {
        Reader reader = currentReader.get();
        boolean editor = reader.is(Role.EDITOR);
        EventsRequest request = asked.show() == Show.DRAFTS && !editor ? asked.showing(Show.UPCOMING) : asked;
        ways.removeAll();
        Arrays.stream(Show.values())
                .filter(way -> way != Show.DRAFTS || editor)
                .forEach(way -> ways.add(way(request, way)));
        filters.show(request);
        EventFilter filter = request.filter(clock.instant());
        int total = events.count(filter, reader);
        count.setText(total == 1 ? "1 event" : "%,d events".formatted(total));
        count.addClassName("sc-events-count");
        list.removeAll();
        list.add(
                request.show() == Show.MONTH
                        ? new MonthCalendar(request, events.list(filter, 0, MOST_OF_A_MONTH, reader))
                        : total == 0 ? nothing(request) : rows(filter, total));
    }

    private Component rows(EventFilter filter, int total) {
        return new GrowingRows(
                total, (offset, limit) -> rows.of(events.list(filter, offset, limit, currentReader.get())));
    }

    private static Anchor way(EventsRequest request, Show way) {
        Anchor link = new Anchor(request.showing(way).link(), way.label());
        if (request.show() == way) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return link;
    }

    private Component nothing(EventsRequest request) {
        if (request.isFiltered()) {
            return new EmptyState(
                            Icon.LIST_FILTER,
                            "No events found",
                            "No event that is open to you fits these filters together.")
                    .actions(LinkButton.secondary(request.unfiltered().link(), "Clear filters"));
        }
        return switch (request.show()) {
            case PAST -> new EmptyState(Icon.HISTORY, "No past events", "Events that are over will be listed here.");
            case DRAFTS ->
                new EmptyState(Icon.FILE_PEN, "No drafts", "Events that are not published yet will be listed here.");
            default ->
                new EmptyState(
                        Icon.CALENDAR_DAYS,
                        "Nothing planned yet",
                        "Events that are open to you will be listed here as soon as they are announced.");
        };
    }
}
