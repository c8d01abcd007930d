package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.function.Function;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.events.Attendee;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Asks to whom a place is handed over. */
final class HandOver {

    private HandOver() {}

    /** @param give does it; says why when that is refused, which then stands at the field */
    static void open(Reader reader, Function<Attendee, Optional<String>> give) {
        boolean mayName = reader.is(Role.EDITOR) || reader.is(Role.COORDINATOR);
        EmailField email = new EmailField("Colleague’s e-mail address");
        email.setWidthFull();
        TextField name = new TextField("Their name, if they have no account yet");
        name.setWidthFull();
        name.setMaxLength(160);
        Dialog dialog = new Dialog();
        PrimaryButton yes = new PrimaryButton("Give the place", () -> {
            email.setInvalid(false);
            give.apply(new Attendee(email.getValue().strip(), name.getValue().strip(), null))
                    .ifPresentOrElse(
                            why -> {
                                email.setErrorMessage(why);
                                email.setInvalid(true);
                                email.focus();
                            },
                            dialog::close);
        });
        FormColumn form = mayName ? new FormColumn(email, name) : new FormColumn(email);
        Div content = new Div(
                new H2("Give your place to a colleague"),
                new Paragraph(
                        "Someone of your own agency. They get your place, your turn in waiting lists, and a mail."),
                form,
                new Buttons(yes, new SecondaryButton("Go back", dialog::close)));
        content.addClassName("sc-question");
        email.setManualValidation(true);
        email.setAutofocus(true);
        dialog.add(content);
        dialog.getElement().setAttribute("aria-label", "Give your place to a colleague");
        dialog.open();
    }
}
