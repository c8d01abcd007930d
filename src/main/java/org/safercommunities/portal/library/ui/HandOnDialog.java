package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Consumer;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.OwnedDocuments;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Asks a coordinator which colleague answers for a document from now on. */
class HandOnDialog extends Dialog {

    private static final String QUESTION = "Who answers for it?";

    HandOnDialog(String title, OwnedDocuments owned, CurrentReader reader, Consumer<PersonSummary> action) {
        ComboBox<PersonSummary> owner = new ComboBox<>("Colleague");
        owner.setItemLabelGenerator(person -> person.name() + ", " + person.email());
        owner.setItems(query ->
                owned
                        .colleagues(query.getFilter().orElse(""), query.getOffset(), query.getLimit(), reader.get())
                        .stream());
        owner.setHelperText("Somebody of your agency who can see it. They are asked when its review is due.");
        owner.setWidthFull();
        PrimaryButton done = new PrimaryButton("Hand it on", () -> {
            PersonSummary chosen = owner.getValue();
            try {
                if (chosen == null) {
                    throw new InvalidDocument("owner", "Choose a colleague");
                }
                action.accept(chosen);
                close();
            } catch (InvalidDocument refused) {
                owner.setErrorMessage(refused.getMessage());
                owner.setInvalid(true);
                owner.focus();
            }
        });
        Div content = new Div(
                new H2(QUESTION),
                new Paragraph("You answer for “%s” now.".formatted(title)),
                owner,
                new Buttons(done, new SecondaryButton("Go back", this::close)));
        content.addClassName("sc-question");
        add(content);
        setCloseOnOutsideClick(false);
        getElement().setAttribute("aria-label", QUESTION);
    }
}
