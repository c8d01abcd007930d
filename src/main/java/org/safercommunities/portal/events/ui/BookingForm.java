package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.events.BookingWish;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.events.EventRules;
import org.safercommunities.portal.events.WhoGetsTheFreedPlace;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.PrimaryButton;

/** Books a place for oneself, or a turn in the waiting list: what is usual is chosen already. */
class BookingForm extends Div {

    private static final int LONGEST_NEED = 1000;

    private final BookingPanel panel;
    private final ModeChoice modes;
    private final SessionChoices sessions;
    private final TextArea dietary = need("Food", "For example vegetarian, halal, an allergy");
    private final TextArea access = need("Access", "For example step-free, a hearing loop, an interpreter");
    private final Checkbox automatic = new Checkbox("Take a place for me as soon as it is my turn");
    private final Div waiting = new Div();
    private final PrimaryButton book;

    BookingForm(BookingPanel panel) {
        this.panel = panel;
        EventDetails event = panel.event();
        EventRules rules = event.rules();
        addClassName("sc-booking-form");
        sessions = new SessionChoices(event, panel.now(), this::chosen);
        modes = new ModeChoice(event, this::modeChosen);
        book = new PrimaryButton("Book a place", this::book).big();
        waiting.addClassName("sc-booking-waiting");
        waiting.add(note(WhoGetsTheFreedPlace.IN_WORDS), automatic);
        add(new H2("Book a place"), modes);
        if (event.sessions().size() > 1) {
            add(sessions);
        }
        if (rules.asksDietary() || rules.asksAccess()) {
            add(needs(rules));
        }
        add(waiting, book, note(small(event)));
        modeChosen();
    }

    private void modeChosen() {
        sessions.offer(modes.mode());
        chosen();
    }

    private void chosen() {
        figures();
        waiting.setVisible(modes.isFull(sessions.chosen()));
    }

    /** Says how many places there are now. Nothing comes or goes: it may be just below somebody’s finger. */
    void figures() {
        modes.describe(panel.event());
        sessions.describe(panel.event());
        modes.show(sessions.chosen());
        book.setText(modes.isFull(sessions.chosen()) ? "Join the waiting list" : "Book a place");
    }

    private void book() {
        Set<UUID> wanted = sessions.chosen();
        if (wanted.isEmpty()) {
            panel.refuse("Choose at least one session.");
            return;
        }
        BookingWish wish = new BookingWish(
                modes.mode(),
                wanted,
                dietary.getValue(),
                access.getValue(),
                waiting.isVisible() && automatic.getValue());
        panel.book(wish);
    }

    private Component needs(EventRules rules) {
        Div fields = new Div();
        fields.addClassName("sc-form");
        if (rules.asksDietary()) {
            fields.add(dietary);
        }
        if (rules.asksAccess()) {
            fields.add(access);
        }
        fields.add(note("Only those who run this event see what you write here. It is deleted after the event."));
        Details fold = new Details(
                rules.asksDietary() && rules.asksAccess()
                        ? "Food and access needs"
                        : rules.asksDietary() ? "Food needs" : "Access needs",
                fields);
        fold.addClassName("sc-booking-needs");
        return fold;
    }

    private static String small(EventDetails event) {
        String until = "You can cancel until %s."
                .formatted(
                        Dates.moment(event.rules().mayCancelUntil(event.rules().startsAt())));
        return event.rules().approval()
                ? "Each booking is approved; your place is held until then. " + until
                : "Free. " + until;
    }

    private static TextArea need(String label, String example) {
        TextArea area = new TextArea(label);
        area.setHelperText(example);
        area.setMaxLength(LONGEST_NEED);
        area.setWidthFull();
        return area;
    }

    private static Paragraph note(String words) {
        Paragraph note = new Paragraph(words);
        note.addClassName("sc-booking-note");
        return note;
    }
}
