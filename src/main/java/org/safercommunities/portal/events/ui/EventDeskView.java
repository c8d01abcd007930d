package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.safercommunities.portal.events.DeskPerson;
import org.safercommunities.portal.events.DeskTally;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.events.EventState;
import org.safercommunities.portal.events.Events;
import org.safercommunities.portal.shared.ui.IdInAddress;
import org.safercommunities.portal.shared.ui.PageTabs;

/** The desk of one event: how it stands, what is next, and everybody concerned. For those who run it. */
@Route("events/:event/manage")
@StyleSheet("desk.css")
@RolesAllowed("EDITOR")
class EventDeskView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Events events;
    private final EventDeskServices services;
    private final Clock clock;
    private final Map<EventDeskTab, Tab> tabs = new EnumMap<>(EventDeskTab.class);
    private EventDeskTab open = EventDeskTab.PEOPLE;
    private String title = "Event desk";

    EventDeskView(Events events, EventDeskServices services, Clock clock) {
        this.events = events;
        this.services = services;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(IdInAddress.of(event, "event").orElseThrow(NotFoundException::new));
    }

    private void show(UUID id) {
        removeAll();
        tabs.clear();
        EventDetails event = events.runs(id, services.reader())
                ? events.find(id, services.reader()).orElseThrow(NotFoundException::new)
                : null;
        if (event == null) {
            throw new NotFoundException();
        }
        title = "Event desk: " + event.title();
        Instant now = clock.instant();
        Div panel = new Div();
        PageTabs bar = new PageTabs();
        for (EventDeskTab each : EventDeskTab.values()) {
            Tab tab = new Tab(each.label());
            tabs.put(each, tab);
            bar.add(tab);
        }
        panel.getElement().setAttribute("role", "region");
        bar.addClassName("sc-desk-tabs");
        bar.addSelectedChangeListener(change -> {
            open = EventDeskTab.values()[bar.getSelectedIndex()];
            fill(panel, event);
        });
        EventDeskOverview overview = new EventDeskOverview();
        count(event, overview, bar);
        add(EventDeskHeader.of(
                title, event, services, now, () -> go(EventDeskTab.MESSAGES, bar), () -> askToCancel(event)));
        EventDeskScheduled.of(event, services.offers(), () -> show(id)).ifPresent(this::add);
        add(overview, bar, panel);
        if (event.state() == EventState.PUBLISHED && !event.isOver(now)) {
            services.live().watch(id, overview, () -> count(event, overview, bar));
        }
        if (bar.getSelectedIndex() == open.ordinal()) {
            fill(panel, event);
        } else {
            bar.setSelectedIndex(open.ordinal());
        }
    }

    private void count(EventDetails event, EventDeskOverview overview, PageTabs bar) {
        DeskTally tally = tally(event);
        boolean documents =
                !services.documents().of(event.id(), services.reader()).isEmpty();
        overview.show(
                tally,
                EventDeskNext.of(event, tally, people(event), documents, clock.instant(), wanted -> go(wanted, bar)));
    }

    /** Opens a part and takes whoever asked for it there, also when it is open, below the edge of the screen. */
    private void go(EventDeskTab wanted, PageTabs bar) {
        Tab tab = Objects.requireNonNull(tabs.get(wanted));
        bar.setSelectedTab(tab);
        tab.getElement().executeJs("setTimeout(() => this.focus())");
    }

    private List<DeskPerson> people(EventDetails event) {
        return services.desk().people(event.id(), services.reader());
    }

    private DeskTally tally(EventDetails event) {
        return services.desk().tally(event.id(), services.reader());
    }

    private void fill(Div panel, EventDetails event) {
        Runnable again = () -> show(event.id());
        panel.removeAll();
        panel.getElement().setAttribute("aria-label", open.label());
        panel.add(
                switch (open) {
                    case PEOPLE -> new EventDeskPeople(event, people(event), services, again);
                    case WAITING -> new EventDeskWaiting(event, people(event), services, again);
                    case NEEDS -> new EventDeskNeeds(event, services);
                    case MESSAGES -> new EventDeskMessages(event, tally(event), services, again);
                    case ATTENDANCE -> new EventDeskAttendance(event, services);
                    case RECORDINGS ->
                        new Div(new EventDeskRecordings(event, services), new EventDeskPack(event, services));
                    case HISTORY -> new EventDeskHistory(event.id(), services);
                });
    }

    private void askToCancel(EventDetails event) {
        DeskTally tally = tally(event);
        EventDeskReason.ask(
                "Cancel “%s”?".formatted(event.title()),
                "%d places end and %d people stop waiting. Each of them is told your reason by mail, and it cannot be undone."
                        .formatted(tally.live() - tally.waiting(), tally.waiting()),
                "Cancel event",
                true,
                reason -> {
                    services.planning().cancel(event.id(), reason, services.reader());
                    show(event.id());
                    UI.getCurrent().getPage().setTitle(title);
                });
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
