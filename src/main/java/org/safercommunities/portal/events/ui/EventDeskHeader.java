package org.safercommunities.portal.events.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.events.EventState;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Chips;
import org.safercommunities.portal.shared.ui.DangerButton;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.StateChip;

/** Which event the desk is of, how it stands, and what can be done with it as a whole. */
final class EventDeskHeader {

    private EventDeskHeader() {}

    static PageHeader of(
            String title,
            EventDetails event,
            EventDeskServices services,
            Instant now,
            Runnable write,
            Runnable cancel) {
        PageHeader header = new PageHeader(title)
                .crumb("Events", "events")
                .crumb(event.title(), "events/" + event.id())
                .lead("%s. %s"
                        .formatted(
                                Dates.span(
                                        event.rules().startsAt(), event.rules().endsAt()),
                                when(event, now)))
                .facts(new Chips(state(event, now)));
        // Before it is published nobody can be written to: what is to be done is to publish it
        boolean draft = event.state() == EventState.DRAFT || event.state() == EventState.SCHEDULED;
        String edit = "events/%s/edit".formatted(event.id());
        Buttons actions = new Buttons(
                LinkButton.secondary("events/" + event.id(), "See as a guest").with(Icon.EYE));
        if (!draft) {
            actions.add(LinkButton.secondary(edit, "Change").with(Icon.PENCIL));
        }
        actions.add(services.offers().duplicate(event));
        EventDeskSurvey.of(event, services).ifPresent(actions::add);
        if (event.state() == EventState.PUBLISHED && !event.isOver(now)) {
            actions.add(new DangerButton("Cancel event", cancel));
        }
        actions.add(
                draft
                        ? LinkButton.primary(edit, event.template() ? "Change" : "Change and publish")
                                .with(Icon.PENCIL)
                        : new PrimaryButton("Write to people", Icon.SEND, write));
        return header.facts(actions);
    }

    private static StateChip state(EventDetails event, Instant now) {
        return switch (event.state()) {
            case DRAFT -> StateChip.warn(Icon.PENCIL, event.template() ? "Template" : "Draft");
            case SCHEDULED -> StateChip.info(Icon.CALENDAR_CLOCK, "Publishes itself");
            case PUBLISHED -> event.isOver(now) ? StateChip.info(Icon.ARCHIVE, "Over") : StateChip.good("Published");
            case CANCELLED -> StateChip.bad(Icon.CIRCLE_X, "Cancelled");
        };
    }

    private static String when(EventDetails event, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Dates.KENT);
        long days =
                ChronoUnit.DAYS.between(today, LocalDate.ofInstant(event.rules().startsAt(), Dates.KENT));
        return days > 1
                ? days + " days to go."
                : days == 1 ? "Tomorrow." : days == 0 ? "Today." : "It has begun or is over.";
    }
}
