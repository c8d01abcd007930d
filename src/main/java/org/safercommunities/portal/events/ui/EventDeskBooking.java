package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.events.AlreadyBooked;
import org.safercommunities.portal.events.Attendee;
import org.safercommunities.portal.events.BookingClosed;
import org.safercommunities.portal.events.BookingWish;
import org.safercommunities.portal.events.Bookings;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.events.InvalidEvent;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.NotEnoughPlaces;
import org.safercommunities.portal.events.PlaceState;
import org.safercommunities.portal.events.SessionDetails;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Books colleagues, one or many at once; they may have no account yet. */
final class EventDeskBooking {

    private final EventDetails event;
    private final Bookings bookings;
    private final CurrentReader reader;
    private final TextArea people = new TextArea("Colleagues, one on each line");
    private final RadioButtonGroup<Mode> mode = new RadioButtonGroup<>("Taking part");
    private final CheckboxGroup<SessionDetails> sessions = new CheckboxGroup<>("Sessions");
    private final Checkbox together = new Checkbox("Only when there is room for all of them");

    private EventDeskBooking(EventDetails event, Bookings bookings, CurrentReader reader) {
        this.event = event;
        this.bookings = bookings;
        this.reader = reader;
    }

    static void open(EventDetails event, Bookings bookings, CurrentReader reader, Runnable changed) {
        new EventDeskBooking(event, bookings, reader).open(changed);
    }

    private void open(Runnable changed) {
        people.setHelperText("Name, then a comma, then the e-mail address.");
        people.setWidthFull();
        people.setMinRows(3);
        Set<Mode> modes = EnumSet.noneOf(Mode.class);
        event.sessions().forEach(session -> session.pools().forEach(pool -> modes.add(pool.mode())));
        mode.setItems(modes);
        mode.setItemLabelGenerator(Mode::label);
        mode.setValue(modes.isEmpty() ? null : modes.iterator().next());
        sessions.setItems(event.sessions());
        sessions.setItemLabelGenerator(SessionDetails::title);
        sessions.setVisible(event.sessions().size() > 1);
        Dialog dialog = new Dialog();
        PrimaryButton book = new PrimaryButton("Book", () -> {
            people.setInvalid(false);
            if (book()) {
                dialog.close();
                changed.run();
            }
        });
        Div content = new Div(
                new H2("Book colleagues"),
                people,
                mode,
                sessions,
                together,
                new Buttons(book, new SecondaryButton("Go back", dialog::close)));
        content.addClassNames("sc-question", "sc-desk-form");
        dialog.add(content);
        dialog.getElement().setAttribute("aria-label", "Book colleagues");
        dialog.open();
        people.focus();
    }

    private boolean book() {
        List<Attendee> attendees = new ArrayList<>();
        for (String line :
                people.getValue().lines().filter(each -> !each.isBlank()).toList()) {
            int comma = line.lastIndexOf(',');
            String name = comma < 0 ? "" : line.substring(0, comma).strip();
            attendees.add(new Attendee(line.substring(comma + 1).strip(), name, null));
        }
        if (attendees.isEmpty()) {
            return refuse("Enter at least one colleague");
        }
        if (mode.getValue() == null) {
            return refuse("This event has no places yet");
        }
        BookingWish wish = new BookingWish(
                mode.getValue(),
                sessions.getValue().stream().map(SessionDetails::id).collect(Collectors.toSet()),
                "",
                "",
                false);
        if (together.getValue()) {
            return attempt(() -> {
                bookings.bookTogether(event.id(), attendees, wish, reader.get());
                say("%d people are booked.".formatted(attendees.size()));
            });
        }
        return eachByItself(attendees, wish);
    }

    private boolean eachByItself(List<Attendee> attendees, BookingWish wish) {
        List<String> left = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        int waiting = 0;
        for (Attendee attendee : attendees) {
            try {
                PlaceState state = bookings.bookColleague(event.id(), attendee, wish, reader.get())
                        .status();
                waiting += state == PlaceState.WAITING ? 1 : 0;
            } catch (InvalidEntry | InvalidEvent | AlreadyBooked | BookingClosed refused) {
                left.add(attendee.name().isEmpty() ? attendee.email() : attendee.name() + ", " + attendee.email());
                problems.add(attendee.email() + ": " + refused.getMessage());
            }
        }
        int done = attendees.size() - left.size();
        if (done > 0) {
            say("%d booked, of whom %d wait.".formatted(done, waiting));
        }
        if (!left.isEmpty()) {
            people.setValue(String.join("\n", left));
            return refuse(String.join(". ", problems));
        }
        return true;
    }

    private boolean attempt(Runnable action) {
        try {
            action.run();
            return true;
        } catch (InvalidEntry | InvalidEvent | AlreadyBooked | BookingClosed | NotEnoughPlaces refused) {
            return refuse(String.valueOf(refused.getMessage()));
        }
    }

    private boolean refuse(String message) {
        people.setErrorMessage(message);
        people.setInvalid(true);
        people.focus();
        return false;
    }

    private static void say(String words) {
        Notices.on(UI.getCurrent()).good(words);
    }
}
