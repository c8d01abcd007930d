package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.ui.AudienceChoices;
import org.safercommunities.portal.events.EventCard;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.events.EventFilter;
import org.safercommunities.portal.events.EventPlan;
import org.safercommunities.portal.events.EventPlanning;
import org.safercommunities.portal.events.EventPlans;
import org.safercommunities.portal.events.EventState;
import org.safercommunities.portal.events.Events;
import org.safercommunities.portal.events.InvalidEvent;
import org.safercommunities.portal.library.Topics;
import org.safercommunities.portal.shared.ui.ErrorSummary;
import org.safercommunities.portal.shared.ui.IdInAddress;
import org.safercommunities.portal.shared.ui.KeepTyped;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.StickyBar;

/** Plans an event, or changes it. */
@Route("events/new")
@RouteAlias("events/:event/edit")
@PageTitle("Plan an event")
@StyleSheet("desk.css")
@RolesAllowed("EDITOR")
class EventEditView extends Div implements BeforeEnterObserver {

    private final Events events;
    private final EventPlans plans;
    private final EventPlanning planning;
    private final EventEditOffers offers;
    private final Topics topics;
    private final AudienceChoices choices;
    private final CurrentReader reader;
    private @Nullable UUID id;

    EventEditView(
            Events events,
            EventPlans plans,
            EventPlanning planning,
            EventEditOffers offers,
            Topics topics,
            AudienceChoices choices,
            CurrentReader reader) {
        this.events = events;
        this.plans = plans;
        this.planning = planning;
        this.offers = offers;
        this.topics = topics;
        this.choices = choices;
        this.reader = reader;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        boolean fresh = event.getRouteParameters().get("event").isEmpty();
        id = fresh ? null : IdInAddress.of(event, "event").orElseThrow(NotFoundException::new);
        ErrorSummary errors = new ErrorSummary();
        EventEditFaults faults = new EventEditFaults(errors);
        EventEditFields fields = new EventEditFields(topics, choices, reader.get());
        if (id == null) {
            fields.fresh();
            add(
                    header("Plan an event", null),
                    offers.templates(templates()),
                    errors,
                    fields,
                    bar(fields, faults, null));
        } else {
            EventPlan plan = plans.plan(id, reader.get()).orElseThrow(NotFoundException::new);
            EventDetails now = events.find(id, reader.get()).orElseThrow(NotFoundException::new);
            fields.show(plan);
            add(header("Change an event", now), errors);
            EventDeskScheduled.of(now, offers, () -> UI.getCurrent().refreshCurrentRoute(false))
                    .ifPresent(this::add);
            add(fields, bar(fields, faults, now));
        }
        fields.keep(this, form());
    }

    private PageHeader header(String heading, @Nullable EventDetails now) {
        PageHeader header = new PageHeader(heading).crumb("Events", "events");
        if (now == null) {
            return header.lead("Kept as a draft until you publish it. Times are those of the clock in Kent.");
        }
        header.crumb(now.title(), "events/" + now.id());
        return now.state() == EventState.PUBLISHED
                ? header.lead("Whoever has a place or waits is told when time, venue or title of a session changes.")
                        .actions(offers.duplicate(now))
                : header.lead(state(now)).actions(offers.template(now), offers.duplicate(now));
    }

    private static String state(EventDetails now) {
        return switch (now.state()) {
            case SCHEDULED -> "Times are those of the clock in Kent.";
            case CANCELLED -> "This event is cancelled and cannot be changed. Duplicate it instead.";
            default -> now.template() ? "A template: duplicate it to plan an event." : "A draft that editors see.";
        };
    }

    private List<EventCard> templates() {
        return events.list(EventFilter.drafts(), 0, 200, reader.get()).stream()
                .filter(EventCard::template)
                .toList();
    }

    private StickyBar bar(EventEditFields fields, EventEditFaults faults, @Nullable EventDetails now) {
        if (now != null && now.state() == EventState.CANCELLED) {
            return new StickyBar("Cancelled", LinkButton.secondary("events/" + now.id(), "Back to the event"));
        }
        if (now != null && now.state() == EventState.PUBLISHED) {
            return new StickyBar(
                    "Published",
                    new PrimaryButton("Save changes", () -> attempt(fields, faults, saved -> leave(saved, "Saved."))),
                    LinkButton.secondary("events/" + now.id(), "Back to the event"));
        }
        if (now != null && now.state() == EventState.SCHEDULED) {
            return new StickyBar(
                    "Publishes itself",
                    new PrimaryButton("Save changes", () -> attempt(fields, faults, saved -> leave(saved, "Saved."))),
                    new SecondaryButton("Publish now", () -> attempt(fields, faults, this::publish)));
        }
        SecondaryButton save = new SecondaryButton(
                "Save draft", () -> attempt(fields, faults, saved -> leave(saved, "Kept as a draft.")));
        SecondaryButton later = new SecondaryButton(
                "Publish later",
                () -> attempt(
                        fields,
                        faults,
                        saved -> offers.publishLater(
                                saved, null, () -> leave(saved, "It publishes itself at that time."))));
        PrimaryButton publish = new PrimaryButton("Publish", () -> attempt(fields, faults, this::publish));
        boolean template = now != null && now.template();
        return template ? new StickyBar("Template", save) : new StickyBar("Draft", publish, later, save);
    }

    private void publish(UUID saved) {
        planning.publish(saved, reader.get());
        leave(saved, "The event is published.");
    }

    /** What is done with an event once it is written down. */
    private interface Next {
        void with(UUID saved);
    }

    private void attempt(EventEditFields fields, EventEditFaults faults, Next next) {
        faults.clear();
        EventPlan plan = fields.plan(faults);
        if (plan != null) {
            try {
                String kept = form();
                if (id == null) {
                    id = planning.draft(plan, reader.get());
                } else {
                    planning.change(id, plan, reader.get());
                }
                KeepTyped.forget(UI.getCurrent(), kept);
                next.with(id);
            } catch (InvalidEvent invalid) {
                EventDetails now =
                        id == null ? null : events.find(id, reader.get()).orElse(null);
                fields.refused(invalid, now, faults);
            }
        }
        faults.show();
    }

    private void leave(UUID saved, String done) {
        UI ui = UI.getCurrent();
        boolean runs = events.runs(saved, reader.get());
        ui.navigate(runs ? "events/%s/manage".formatted(saved) : "events");
        Notices.on(ui).good(done);
    }

    private String form() {
        return "event-" + (id == null ? "new" : id);
    }
}
