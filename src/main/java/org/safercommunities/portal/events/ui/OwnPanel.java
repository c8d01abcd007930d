package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.OwnBooking;
import org.safercommunities.portal.events.OwnPlace;
import org.safercommunities.portal.events.PlaceState;
import org.safercommunities.portal.events.WhoGetsTheFreedPlace;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.DangerButton;
import org.safercommunities.portal.shared.ui.FileLink;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.QuietButton;

/** Somebody's own booking: how each of its places stands, and what can be done about it. */
class OwnPanel extends Div {

    private final OwnBooking booking;
    private final BookingPanel panel;
    private final List<OwnPlaceBlock> blocks;

    OwnPanel(OwnBooking booking, BookingPanel panel) {
        this.booking = booking;
        this.panel = panel;
        addClassName("sc-own-booking");
        add(new H2(heading()));
        // By time; of one session what they have stands before what they wait for
        blocks = booking.places().stream()
                .sorted(Comparator.comparing(OwnPlace::start).thenComparing(OwnPlace::state))
                .map(place -> new OwnPlaceBlock(booking, place, panel))
                .toList();
        blocks.forEach(this::add);
        if (has(PlaceState.WAITING)) {
            add(rule(), automatic());
        }
        Div foot = new Div();
        foot.addClassName("sc-own-foot");
        OwnPlace first = booking.places().getFirst();
        if (has(PlaceState.CONFIRMED)) {
            foot.add(FileLink.calendar(
                    "Add to calendar",
                    "event.ics",
                    out -> out.append(panel.parts().calendar().ofEvent(booking.event(), panel.reader()))));
        }
        EventDetails more = MoreSessions.of(panel.event(), booking, panel.now());
        if (!more.sessions().isEmpty()) {
            foot.add(new QuietButton(
                    "Book another session",
                    Icon.PLUS,
                    () -> new MoreSessions(more, panel.now(), this::addSessions).open()));
        }
        if (has(PlaceState.CONFIRMED) && panel.now().isBefore(first.cancelUntil())) {
            foot.add(new QuietButton("Give it to a colleague", Icon.USER_CHECK, this::handOver));
        }
        // Whoever is only offered a place declines it, which is the same
        if (booking.places().stream().anyMatch(place -> place.state() != PlaceState.OFFERED)) {
            foot.add(ending(first));
        }
        if (foot.getComponentCount() > 0) {
            add(foot);
        }
    }

    /** Says how many others wait now. */
    void figures() {
        blocks.forEach(OwnPlaceBlock::figures);
    }

    /** “You are on the waiting list, 2nd now”. */
    String inWords() {
        return booking.places().stream()
                .map(OwnPlace::position)
                .filter(Objects::nonNull)
                .findFirst()
                .map(position -> "%s, %s now".formatted(heading(), EventWords.ordinal(position)))
                .orElseGet(this::heading);
    }

    private String heading() {
        if (has(PlaceState.OFFERED)) {
            return "A place is free for you";
        }
        if (has(PlaceState.CONFIRMED)) {
            return "You have a place";
        }
        return has(PlaceState.AWAITING_APPROVAL) ? "Your place waits for approval" : "You are on the waiting list";
    }

    private boolean has(PlaceState state) {
        return booking.places().stream().anyMatch(place -> place.state() == state);
    }

    private com.vaadin.flow.component.Component ending(OwnPlace first) {
        boolean onlyWaits = booking.places().stream().allMatch(place -> place.state() == PlaceState.WAITING);
        if (onlyWaits) {
            return new DangerButton(
                    "Leave the waiting list",
                    () -> ConfirmQuestion.askDanger(
                            "Leave the waiting list?",
                            "Your turn is given up. If you join again, you wait behind the others.",
                            "Leave the list",
                            () -> cancel("You have left the waiting list.")));
        }
        if (!panel.now().isBefore(first.cancelUntil())) {
            return note("It is too late to cancel here. Write to the organisers if you cannot come.");
        }
        Runnable ask = () -> ConfirmQuestion.askDanger(
                "Cancel your booking?",
                "Your place goes to the next who waits.",
                "Cancel my booking",
                () -> cancel("Your booking is cancelled."));
        Div cancel = new Div(
                has(PlaceState.OFFERED)
                        ? new QuietButton("Cancel my whole booking", ask)
                        : new DangerButton("Cancel my booking", ask),
                note("Until " + Dates.moment(first.cancelUntil()) + "."));
        cancel.addClassName("sc-own-cancel");
        return cancel;
    }

    private void cancel(String done) {
        panel.run(done, () -> panel.parts().places().cancel(booking.id(), panel.reader()));
    }

    private void addSessions(Set<UUID> sessions, Mode mode) {
        panel.run("", () -> panel.parts().bookings().addSessions(booking.id(), sessions, mode, panel.reader()));
    }

    private void handOver() {
        HandOver.open(panel.reader(), attendee -> {
            var refused = Refusals.of(() -> panel.parts().places().giveTo(booking.id(), attendee, panel.reader()));
            if (refused.isEmpty()) {
                panel.run("Your place is now your colleague’s. They get a mail.", () -> {});
            }
            return refused;
        });
    }

    private Checkbox automatic() {
        Checkbox box = new Checkbox("Take a place for me as soon as it is my turn", booking.automatic());
        box.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                panel.run(
                        change.getValue()
                                ? "A place will be taken for you when it is your turn."
                                : "You will be asked when it is your turn.",
                        () -> panel.parts()
                                .places()
                                .acceptAutomatically(booking.id(), change.getValue(), panel.reader()));
            }
        });
        return box;
    }

    private static Paragraph rule() {
        return note(WhoGetsTheFreedPlace.IN_WORDS);
    }

    static Paragraph note(String words) {
        Paragraph note = new Paragraph(words);
        note.addClassName("sc-booking-note");
        return note;
    }
}
