package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Takes the word of somebody who has looked that a document still holds, and asks when to look again. */
class ReviewedDialog extends Dialog {

    ReviewedDialog(String title, Consumer<@Nullable LocalDate> action) {
        DatePicker next = new DatePicker("Look again by");
        next.setLocale(java.util.Locale.UK);
        next.setValue(Dates.today().plusYears(1));
        next.setMin(Dates.today().plusDays(1));
        next.setHelperText("Leave it empty when nobody needs to.");
        next.setClearButtonVisible(true);
        PrimaryButton done = new PrimaryButton("It still holds", () -> {
            try {
                action.accept(next.getValue());
                close();
            } catch (InvalidDocument refused) {
                next.setErrorMessage(refused.getMessage());
                next.setInvalid(true);
            }
        });
        Div content = new Div(
                new H2("Does it still hold?"),
                new Paragraph("You have looked at “%s”, and it can stay as it is.".formatted(title)),
                next,
                new Buttons(done, new SecondaryButton("Go back", this::close)));
        content.addClassName("sc-question");
        add(content);
        setCloseOnOutsideClick(false);
        getElement().setAttribute("aria-label", "Does it still hold?");
    }
}
