package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.events.JoinMeeting;
import org.safercommunities.portal.events.JoinMeeting.Answer;
import org.safercommunities.portal.events.UnknownEvent;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.IdInAddress;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** The stable address that calendars and mail have: leads those booked to the meeting once they are let in. */
@Route("events/:event/join/:session")
@PageTitle("Join online")
@StyleSheet("events.css")
@PermitAll
class JoinView extends Div implements BeforeEnterObserver {

    /** Asked again this often at most, so that a meeting that is moved forward is not missed. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final JoinMeeting meetings;
    private final CurrentReader currentReader;
    private final Clock clock;

    JoinView(JoinMeeting meetings, CurrentReader currentReader, Clock clock) {
        this.meetings = meetings;
        this.currentReader = currentReader;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entered) {
        UUID event = IdInAddress.of(entered, "event").orElseThrow(NotFoundException::new);
        UUID session = IdInAddress.of(entered, "session").orElseThrow(NotFoundException::new);
        try {
            ask(event, session);
        } catch (UnknownEvent unknown) {
            throw new NotFoundException();
        }
    }

    private void ask(UUID event, UUID session) {
        Answer answer = meetings.join(session, currentReader.get());
        removeAll();
        add(new PageHeader("Join online")
                .crumb("Events", EventAddress.LIST)
                .crumb("The event", EventAddress.page(event)));
        switch (answer) {
            case Answer.Open open -> {
                add(new LiveText("Taking you to the meeting."));
                add(new SecondaryButton("Try again", () -> ask(event, session)));
                com.vaadin.flow.component.UI.getCurrentOrThrow().getPage().setLocation(open.meeting());
            }
            case Answer.TooEarly early -> wait(event, session, early.opens());
            case Answer.Over _ ->
                say(
                        event,
                        Icon.HISTORY,
                        "This meeting is over",
                        "The page of the event may have slides and recordings.");
            case Answer.NotBooked _ ->
                say(
                        event,
                        Icon.TICKET_CHECK,
                        "You have no place online",
                        "Only those with a confirmed place online are let in. Look at the event for how your booking stands.");
        }
    }

    private void wait(UUID event, UUID session, Instant opens) {
        say(
                event,
                Icon.HOURGLASS,
                "You are early",
                "People are let in from %s. Leave this page open: it takes you in by itself then."
                        .formatted(Dates.moment(opens)));
        Duration wait = Duration.between(clock.instant(), opens).plusSeconds(1);
        long millis = Math.clamp(wait.toMillis(), 1_000, LONGEST_WAIT.toMillis());
        getElement()
                .executeJs("return new Promise(done => setTimeout(() => done(true), $0))", (double) millis)
                .then(Boolean.class, _ -> ask(event, session));
    }

    private void say(UUID event, Icon icon, String heading, String sentence) {
        add(new EmptyState(icon, heading, sentence)
                .actions(LinkButton.secondary(EventAddress.page(event), "Go to the event")));
    }
}
