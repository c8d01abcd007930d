package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.OwnBooking;
import org.safercommunities.portal.events.OwnPlace;
import org.safercommunities.portal.events.PoolFigures;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.StateChip;

/** One session of somebody's booking. */
class OwnPlaceBlock extends Div {

    private final OwnBooking booking;
    private final OwnPlace place;
    private final BookingPanel panel;
    private @Nullable OwnTurn turn;

    OwnPlaceBlock(OwnBooking booking, OwnPlace place, BookingPanel panel) {
        this.booking = booking;
        this.place = place;
        this.panel = panel;
        addClassName("sc-own-place");
        if (panel.event().sessions().size() > 1) {
            Span title = new Span(place.sessionTitle());
            title.addClassName("sc-strong");
            add(title);
        }
        switch (place.state()) {
            case CONFIRMED -> confirmed();
            case OFFERED -> offered();
            case WAITING -> waiting();
            default -> {
                add(OwnPanel.note("The place is held for you. You get a mail as soon as it is decided."));
                giveUp();
            }
        }
    }

    private void confirmed() {
        add(
                StateChip.good("Booked " + place.mode().inWords()),
                OwnPanel.note(
                        panel.event().sessions().size() > 1
                                ? Dates.span(place.start(), place.end())
                                : "Since %s.".formatted(Dates.brief(booking.bookedAt()))));
        Instant opens = place.joinOpens();
        if (opens != null) {
            boolean open = !panel.now().isBefore(opens);
            String address = EventAddress.join(booking.event(), place.session());
            add(
                    open
                            ? LinkButton.primary(address, "Join online")
                                    .with(Icon.VIDEO)
                                    .big()
                            : LinkButton.secondary(address, "Join online").with(Icon.VIDEO));
            if (!open) {
                add(OwnPanel.note("You are let in from " + Dates.moment(opens) + "."));
            }
        }
        other().filter(pool -> panel.event().isOpen(panel.now()) && !waitsForOther())
                .ifPresent(this::offerOther);
        giveUp();
    }

    private void giveUp() {
        if (booking.places().size() > 1 && panel.now().isBefore(place.cancelUntil())) {
            add(cancelThis(
                    "Give up this session",
                    "Your place at it goes to the next who waits.",
                    "You have given up that session."));
        }
    }

    private void offerOther(PoolFigures pool) {
        String way = pool.mode() == Mode.ONLINE ? "Take part online instead" : "Come to the room instead";
        add(new QuietButton(way, Icon.REFRESH_CW, () -> change(pool)));
        if (pool.open() == 0) {
            add(OwnPanel.note("Full %s: you keep this place and wait for one there."
                    .formatted(pool.mode().inWords())));
        }
    }

    private void change(PoolFigures pool) {
        // How it stands now says whether they have moved or wait
        panel.run("", () -> panel.parts().places().changeMode(place.place(), pool.mode(), panel.reader()));
    }

    private Optional<PoolFigures> other() {
        return panel.event().sessions().stream()
                .filter(session -> session.id().equals(place.session()))
                .flatMap(session -> session.pools().stream())
                .filter(pool -> pool.mode() != place.mode())
                .findFirst();
    }

    private boolean waitsForOther() {
        return booking.places().stream()
                .anyMatch(one -> one.session().equals(place.session()) && one.mode() != place.mode());
    }

    private void offered() {
        Instant lapses = place.lapsesAt();
        String reason = place.reason();
        add(OwnPanel.note("A place %s: %s.".formatted(place.mode().inWords(), Dates.span(place.start(), place.end()))));
        if (lapses != null) {
            add(StateChip.warn("Yours until " + Dates.moment(lapses)));
        }
        if (reason != null && !reason.isBlank()) {
            add(OwnPanel.note("Why you: " + reason + "."));
        }
        SecondaryButton decline = new SecondaryButton(
                "Decline",
                () -> ConfirmQuestion.ask(
                        "Decline this place?",
                        "It is offered to the next who waits.",
                        "Decline",
                        () -> panel.run(
                                "You have declined. The place goes to the next.",
                                () -> panel.parts().places().decline(place.place(), panel.reader()))));
        decline.addClassName("sc-big");
        PrimaryButton accept = new PrimaryButton(
                "Accept", () -> panel.run("", () -> panel.parts().places().accept(place.place(), panel.reader())));
        accept.setAriaLabel("Accept the place");
        Div answers = new Div(accept.big(), decline);
        answers.addClassName("sc-own-answers");
        add(answers);
    }

    private void waiting() {
        turn = new OwnTurn(place, panel);
        add(turn);
        if (place.replaces() != null) {
            add(OwnPanel.note("You keep the place you have until then."));
        }
        if (booking.places().size() > 1) {
            add(cancelThis("Leave this waiting list", "Your turn is given up.", "You have left that waiting list."));
        }
    }

    /** Says how many others wait now. */
    void figures() {
        if (turn != null) {
            turn.figures();
        }
    }

    private QuietButton cancelThis(String label, String consequence, String done) {
        QuietButton button = new QuietButton(
                label,
                () -> ConfirmQuestion.askDanger(
                        label + "?",
                        consequence,
                        label,
                        () -> panel.run(
                                done, () -> panel.parts().places().cancelPlace(place.place(), panel.reader()))));
        button.setAriaLabel(label + ": " + place.sessionTitle());
        return button;
    }
}
