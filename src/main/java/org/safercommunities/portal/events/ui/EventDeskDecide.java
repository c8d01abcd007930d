package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.UI;
import java.util.List;
import org.safercommunities.portal.events.DeskPerson;
import org.safercommunities.portal.events.InvalidEvent;
import org.safercommunities.portal.events.PlaceState;
import org.safercommunities.portal.events.UnknownEvent;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.QuietButton;

/** What can be decided about one place, as buttons that ask for the reason. */
class EventDeskDecide {

    private final EventDeskServices services;
    private final Runnable changed;

    EventDeskDecide(EventDeskServices services, Runnable changed) {
        this.services = services;
        this.changed = changed;
    }

    List<QuietButton> buttons(DeskPerson person) {
        QuietButton takeAway = QuietButton.icon(
                Icon.USER_X,
                "Take the place of %s away".formatted(person.name()),
                () -> ask(
                        "Take the place of %s away?".formatted(person.name()),
                        "They are told the reason. What it frees goes to whoever waits.",
                        "Take away",
                        true,
                        reason -> services.decisions().takeAway(person.place(), reason, services.reader())));
        if (person.state() == PlaceState.AWAITING_APPROVAL) {
            return List.of(approve(person), refuse(person));
        }
        return person.state() == PlaceState.CONFIRMED ? List.of(takeAway) : List.of(outOfTurn(person), takeAway);
    }

    private QuietButton approve(DeskPerson person) {
        QuietButton approve = new QuietButton("Approve", () -> {
            try {
                services.decisions().approve(person.place(), services.reader());
                done(person.name() + " has a place.");
            } catch (InvalidEvent | UnknownEvent gone) {
                Notices.on(UI.getCurrent()).bad("This booking does not wait for approval any more.");
                changed.run();
            }
        });
        approve.setAriaLabel("Approve the place of " + person.name());
        return approve;
    }

    private QuietButton refuse(DeskPerson person) {
        QuietButton refuse = new QuietButton(
                "Refuse",
                () -> ask(
                        "Refuse the place of %s?".formatted(person.name()),
                        "They are told the reason. The place goes to whoever waits.",
                        "Refuse",
                        true,
                        reason -> services.decisions().refuse(person.place(), reason, services.reader())));
        refuse.setAriaLabel("Refuse the place of " + person.name());
        return refuse;
    }

    /** For somebody who waited until booking closed. */
    QuietButton late(DeskPerson person) {
        QuietButton give = new QuietButton(
                "Give a place",
                () -> ask(
                        "Give %s a place?".formatted(person.name()),
                        "Booking has closed, and their turn in the waiting list has ended. The reason stays with the place.",
                        "Give the place",
                        false,
                        reason -> services.late().give(person.place(), reason, services.reader())));
        give.setAriaLabel("Give a place to %s, who waited until booking closed".formatted(person.name()));
        return give;
    }

    private QuietButton outOfTurn(DeskPerson person) {
        QuietButton give = new QuietButton(
                "Give a place",
                () -> ask(
                        "Give %s a place out of turn?".formatted(person.name()),
                        "They come before those whom the rule names. The reason stays with the place.",
                        "Give the place",
                        false,
                        reason -> services.decisions().confirmOutOfTurn(person.place(), reason, services.reader())));
        give.setAriaLabel("Give a place to %s out of turn".formatted(person.name()));
        return give;
    }

    private void ask(
            String question,
            String consequence,
            String yes,
            boolean danger,
            java.util.function.Consumer<String> action) {
        EventDeskReason.ask(question, consequence, yes, danger, reason -> {
            action.accept(reason);
            done("Done. They are told by mail.");
        });
    }

    private void done(String words) {
        Notices notices = Notices.on(UI.getCurrent());
        // One after the other is decided: what was said of the one before is in the way
        notices.clear();
        notices.good(words);
        changed.run();
    }
}
