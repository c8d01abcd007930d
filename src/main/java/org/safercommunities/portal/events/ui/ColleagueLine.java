package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.events.Attendee;
import org.safercommunities.portal.events.PlaceState;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.StateChip;

/** One colleague to be booked. */
class ColleagueLine extends Div {

    private final EmailField email = new EmailField();
    private final TextField name = new TextField();

    ColleagueLine() {
        addClassName("sc-colleague");
        getElement().setAttribute("role", "group");
        email.setLabel("E-mail address");
        email.setManualValidation(true);
        name.setLabel("Name, if they have no account yet");
        name.setMaxLength(160);
        add(email, name);
    }

    void number(int number) {
        getElement().setAttribute("aria-label", "Colleague " + number);
    }

    boolean isBlank() {
        return email.getValue().isBlank();
    }

    Attendee attendee() {
        return new Attendee(email.getValue().strip(), name.getValue().strip(), null);
    }

    void empty() {
        email.clear();
        name.clear();
    }

    void focus() {
        email.focus();
    }

    static StateChip chip(PlaceState state, @Nullable Integer position) {
        return switch (state) {
            case CONFIRMED -> StateChip.good("Booked");
            case AWAITING_APPROVAL -> StateChip.info(Icon.CLOCK, "Waits for approval");
            default ->
                StateChip.warn(
                        Icon.HOURGLASS,
                        position == null
                                ? "On the waiting list"
                                : EventWords.ordinal(position) + " on the waiting list");
        };
    }
}
