package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.events.BookingWish;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.events.EventState;
import org.safercommunities.portal.events.OwnBooking;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.Sheet;

/** What somebody can do about their place at an event now. Told anew after every step, with what came of it. */
class BookingPanel extends Sheet {

    private final BookingPanels parts;
    private final Div told = new Div();
    private final Div content = new Div();
    private final Div heard = new Div();
    private EventDetails event;
    private Optional<OwnBooking> own = Optional.empty();
    private @Nullable BookingForm form;
    private @Nullable OwnPanel mine;

    BookingPanel(EventDetails event, BookingPanels parts) {
        this.parts = parts;
        this.event = event;
        addClassName("sc-booking");
        getElement().setAttribute("role", "region").setAttribute("aria-label", "Your place");
        told.getElement().setAttribute("role", "status");
        content.addClassName("sc-booking-content");
        heard.getElement().setAttribute("role", "status");
        heard.addClassName("sc-unseen");
        add(told, content, heard);
        show();
        if (event.isOpen(now())) {
            parts.live().watch(event.id(), this, this::hear);
        }
        // Where focus was last, so that it goes on there when what had it is drawn anew
        content.getElement()
                .executeJs(
                        "this.addEventListener('focusin', () => this.portalFocus = true);"
                                + "this.addEventListener('focusout', e => { if (e.relatedTarget) this.portalFocus = false; });");
    }

    /**
     * Places have changed. Figures change where they stand, whatever is typed or chosen; what is drawn anew is only a change of
     * the person’s own place, which is read out too.
     */
    private void hear() {
        Optional<EventDetails> found = parts.events().find(event.id(), reader());
        if (found.isEmpty()) {
            return;
        }
        event = found.get();
        Optional<OwnBooking> now = parts.ownBookings().of(event.id(), reader());
        if (form != null && now.isEmpty() && event.isOpen(now())) {
            form.figures();
        } else if (mine != null && now.equals(own) && event.state() == EventState.PUBLISHED) {
            mine.figures();
        } else if (form != null || !now.equals(own) || event.state() == EventState.CANCELLED) {
            boolean theirs = !now.equals(own);
            told.removeAll();
            show();
            heard.setText(theirs ? "Your place has changed: " + standing() : "");
            content.getElement()
                    .executeJs(
                            "if (this.portalFocus && document.activeElement === document.body) {"
                                    + "const h = this.querySelector('h2'); h.tabIndex = -1; h.focus({ preventScroll: true }); }");
        }
    }

    private String standing() {
        return mine == null ? "you have none here any more" : mine.inWords();
    }

    void book(BookingWish wish) {
        // The heading that takes focus says what came of it
        run("", () -> parts.bookings().book(event.id(), wish, reader()));
    }

    /**
     * Does something about the place, then says how it went and how things stand now.
     *
     * @param done a sentence; empty when what is shown then says it
     */
    void run(String done, Runnable action) {
        Optional<String> refused = Refusals.of(action);
        told.removeAll();
        refused.ifPresentOrElse(why -> told.add(Callout.bad("That did not work.", why)), () -> {
            if (!done.isEmpty()) {
                told.add(Callout.good(done, ""));
            }
        });
        event = parts.events().find(event.id(), reader()).orElse(event);
        show();
        // What was pressed is gone: whoever uses the keyboard goes on from the heading
        content.getElement().executeJs("const h = this.querySelector('h2'); if (h) { h.tabIndex = -1; h.focus(); }");
    }

    /** Something is missing in what was chosen: said above the choice, which stays as it is. */
    void refuse(String why) {
        told.removeAll();
        told.add(Callout.bad("Something is missing.", why));
    }

    EventDetails event() {
        return event;
    }

    BookingPanels parts() {
        return parts;
    }

    Reader reader() {
        return parts.currentReader().get();
    }

    Instant now() {
        return parts.clock().instant();
    }

    private void show() {
        content.removeAll();
        form = null;
        mine = null;
        own = parts.ownBookings().of(event.id(), reader());
        if (event.state() == EventState.CANCELLED) {
            say("Cancelled", "This event does not take place. You need to do nothing.");
        } else if (event.isOver(now())) {
            say("This event is over", own.isPresent() ? "You were booked." : "See what comes next under Events.");
            own.map(OwnBooking::id)
                    .filter(parts.certificates().earned(reader())::contains)
                    .ifPresent(booking -> content.add(CertificateLink.own(booking)));
        } else if (own.isPresent()) {
            mine = new OwnPanel(own.get(), this);
            content.add(mine);
        } else if (event.state() != EventState.PUBLISHED) {
            say("Not open yet", "People can book once the event is published.");
        } else if (!event.rules().hasOpened(now())) {
            Instant opens = event.rules().opens();
            say("Booking is not open yet", opens == null ? "" : "It opens on " + Dates.moment(opens) + ".");
        } else if (!event.isOpen(now())) {
            say("Booking has closed", "Ask the organisers whether there is still a place.");
        } else {
            form = new BookingForm(this);
            content.add(form);
        }
    }

    private void say(String heading, String sentence) {
        content.add(new H2(heading), new Paragraph(sentence));
    }
}
