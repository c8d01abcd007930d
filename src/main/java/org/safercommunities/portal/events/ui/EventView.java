package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.events.EventState;
import org.safercommunities.portal.events.Events;
import org.safercommunities.portal.events.HandedPacks;
import org.safercommunities.portal.events.RecordedDocuments;
import org.safercommunities.portal.library.Topics;
import org.safercommunities.portal.library.ui.DocumentRows;
import org.safercommunities.portal.library.ui.PackCards;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.Facts;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.IdInAddress;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.PageColumns;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.Sheet;

/** One event: what, when and where, its programme, and the way to a place. */
@Route("events/:event")
@StyleSheet("events.css")
@StyleSheet(PackCards.STYLES)
@PermitAll
class EventView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Events events;
    private final BookingPanels panels;
    private final RecordedDocuments documents;
    private final DocumentRows documentRows;
    private final HandedPacks packs;
    private final Agencies agencies;
    private final Topics topics;
    private final CurrentReader currentReader;
    private String title = "Event";

    EventView(
            Events events,
            BookingPanels panels,
            RecordedDocuments documents,
            DocumentRows documentRows,
            HandedPacks packs,
            Agencies agencies,
            Topics topics,
            CurrentReader currentReader) {
        this.events = events;
        this.panels = panels;
        this.documents = documents;
        this.documentRows = documentRows;
        this.packs = packs;
        this.agencies = agencies;
        this.topics = topics;
        this.currentReader = currentReader;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entered) {
        Reader reader = currentReader.get();
        EventDetails event = IdInAddress.of(entered, "event")
                .flatMap(id -> events.find(id, reader))
                .orElseThrow(NotFoundException::new);
        title = event.title();
        removeAll();
        add(
                new EventHeader(event),
                PageColumns.actionsFirst(actions(event, reader), main(event, reader), facts(event)));
    }

    private Component actions(EventDetails event, Reader reader) {
        Div actions = new Div(panels.of(event));
        actions.addClassName("sc-event-actions");
        UUID id = event.id();
        boolean runs = events.runs(id, reader);
        Div more = new Div();
        more.addClassName("sc-event-more");
        if (event.state() == EventState.PUBLISHED && (runs || reader.is(Role.COORDINATOR))) {
            more.add(LinkButton.quiet(EventAddress.colleagues(id), "Book colleagues")
                    .with(Icon.USERS));
        }
        if (runs) {
            more.add(LinkButton.quiet(EventAddress.manage(id), "Manage this event")
                    .with(Icon.SETTINGS));
        }
        if (more.getComponentCount() > 0) {
            actions.add(more);
        }
        return actions;
    }

    private Component main(EventDetails event, Reader reader) {
        Div main = new Div();
        String cancelled = event.cancelReason();
        if (event.state() == EventState.CANCELLED) {
            main.add(Callout.bad("This event is cancelled.", cancelled == null ? "" : cancelled));
        } else if (event.state() != EventState.PUBLISHED) {
            main.add(Callout.warn("Not published yet.", draft(event)));
        }
        if (!event.description().isBlank()) {
            main.add(new PageSection("About this event", new EventText(event.description())));
        }
        main.add(new Programme(event));
        Speakers.of(event).ifPresent(main::add);
        main.add(new EventDocuments(event.id(), documents, documentRows, packs.of(event.id(), reader), reader));
        return main;
    }

    private static String draft(EventDetails event) {
        var at = event.publishAt();
        return event.state() == EventState.SCHEDULED && at != null
                ? "It publishes itself on %s. Until then only editors see it.".formatted(Dates.moment(at))
                : "Only editors see it.";
    }

    private Component facts(EventDetails event) {
        Div rest = new Div();
        rest.addClassName("sc-event-rest");
        VenueSheets.of(event).forEach(rest::add);
        Facts facts = new Facts().fact("Kind", event.kind().inWords()).fact("Held by", agencies.nameOf(event.agency()));
        var names = topics.names();
        if (!event.topics().isEmpty()) {
            facts.fact(
                    event.topics().size() == 1 ? "Topic" : "Topics",
                    String.join(
                            ", ",
                            event.topics().stream()
                                    .map(topic -> names.getOrDefault(topic, topic))
                                    .sorted()
                                    .toList()));
        }
        rest.add(Sheet.titled("Details", facts));
        return rest;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
