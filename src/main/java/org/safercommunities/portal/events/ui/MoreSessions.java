package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.OwnBooking;
import org.safercommunities.portal.events.OwnPlace;
import org.safercommunities.portal.events.SessionDetails;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Asks which further sessions somebody who is booked would like to come to. */
class MoreSessions extends Dialog {

    private static final String QUESTION = "Book another session";

    private final ModeChoice modes;
    private final SessionChoices sessions;
    private final LiveText missing = new LiveText("");

    /** What is done with the choice. */
    interface Chosen {
        void book(Set<UUID> sessions, Mode mode);
    }

    /** @param event with the sessions that can be added */
    MoreSessions(EventDetails event, Instant now, Chosen chosen) {
        sessions = new SessionChoices(event, now, this::choose).noneBefore();
        modes = new ModeChoice(event, this::chooseMode);
        Div content = new Div(
                new H2(QUESTION),
                new Paragraph("Sessions at the same time as yours are left out. Where all places are taken, you wait."),
                modes,
                sessions,
                missing,
                new Buttons(
                        new PrimaryButton("Book", () -> {
                            if (sessions.chosen().isEmpty()) {
                                missing.setText("Choose at least one session.");
                            } else {
                                close();
                                chosen.book(sessions.chosen(), modes.mode());
                            }
                        }),
                        new SecondaryButton("Go back", this::close)));
        content.addClassNames("sc-question", "sc-more-sessions");
        getElement().setAttribute("aria-label", QUESTION);
        add(content);
        chooseMode();
    }

    private void chooseMode() {
        sessions.offer(modes.mode());
        choose();
    }

    private void choose() {
        modes.show(sessions.chosen());
    }

    /** The event with those sessions only that can be added to this booking: open, and at another time than its own. */
    static EventDetails of(EventDetails event, OwnBooking booking, Instant now) {
        List<SessionDetails> more = event.sessions().stream()
                .filter(session -> now.isBefore(event.rules().cutOff(session.start())))
                .filter(session -> booking.places().stream().noneMatch(own -> atTheSameTime(own, session)))
                .toList();
        return event.withSessions(event.isOpen(now) ? more : List.of());
    }

    private static boolean atTheSameTime(OwnPlace own, SessionDetails session) {
        return own.session().equals(session.id())
                || own.start().isBefore(session.end()) && session.start().isBefore(own.end());
    }
}
