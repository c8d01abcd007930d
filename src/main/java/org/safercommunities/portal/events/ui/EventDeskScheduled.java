package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import java.time.Instant;
import java.util.Optional;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.events.EventState;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** When a scheduled event publishes itself, with the ways to change that. */
final class EventDeskScheduled {

    private EventDeskScheduled() {}

    /** Empty when the event is not scheduled. */
    static Optional<Component> of(EventDetails event, EventEditOffers offers, Runnable changed) {
        Instant at = event.publishAt();
        if (event.state() != EventState.SCHEDULED || at == null) {
            return Optional.empty();
        }
        Callout scheduled = Callout.info(
                        "It publishes itself on %s.".formatted(Dates.moment(at)), "Until then only editors see it.")
                .more(new Buttons(
                        new SecondaryButton(
                                "Change the time",
                                Icon.CALENDAR_CLOCK,
                                () -> offers.publishLater(event.id(), at, changed)),
                        new SecondaryButton("Keep as draft", () -> offers.keepAsDraft(event.id(), changed))));
        scheduled.addClassName("sc-event-scheduled");
        return Optional.of(scheduled);
    }
}
