package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Asks until when a document is kept after all, and why. */
class KeepLongerDialog extends Dialog {

    KeepLongerDialog(String title, BiConsumer<LocalDate, String> action) {
        DatePicker until = new DatePicker("Keep it until");
        until.setLocale(java.util.Locale.UK);
        until.setMin(Dates.today().plusDays(1));
        until.setValue(Dates.today().plusYears(1));
        TextField why = new TextField("Why");
        why.setMaxLength(300);
        why.setWidthFull();
        why.setRequiredIndicatorVisible(true);
        PrimaryButton keep = new PrimaryButton("Keep it", () -> {
            why.setInvalid(false);
            until.setInvalid(false);
            LocalDate day = until.getValue();
            if (day == null) {
                until.setErrorMessage("Choose a day");
                until.setInvalid(true);
                until.focus();
                return;
            }
            try {
                action.accept(day, why.getValue());
                close();
            } catch (InvalidDocument refused) {
                boolean atDay = refused.field().equals("disposeOn");
                if (atDay) {
                    until.setErrorMessage(refused.getMessage());
                    until.setInvalid(true);
                } else {
                    why.setErrorMessage(refused.getMessage());
                    why.setInvalid(true);
                }
            }
        });
        Div content = new Div(
                new H2("Keep it longer?"),
                new Paragraph("“%s” has come to the end of its retention.".formatted(title)),
                until,
                why,
                new Buttons(keep, new SecondaryButton("Go back", this::close)));
        content.addClassName("sc-question");
        add(content);
        setCloseOnOutsideClick(false);
        getElement().setAttribute("aria-label", "Keep it longer?");
    }
}
