package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.bulletins.BulletinDetails;
import org.safercommunities.portal.bulletins.ChangedMeanwhile;
import org.safercommunities.portal.bulletins.InvalidBulletin;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Who is about to get it, and when. The last look before it goes. */
final class SendDialog extends Dialog {

    /** Orders the sending. */
    interface Order {
        /** @param at null for now */
        void send(@Nullable Instant at);
    }

    private enum When {
        NOW("Now"),
        LATER("At a time");

        private final String label;

        When(String label) {
            this.label = label;
        }
    }

    private final RadioButtonGroup<When> when = new RadioButtonGroup<>("When");
    private final DateTimePicker at = new DateTimePicker("Date and time in Kent");
    private final Paragraph fault = new Paragraph();

    SendDialog(ComposerServices services, BulletinDetails bulletin, Order order) {
        Map<String, Integer> agencies = services.readyToSend().readersByAgency(bulletin);
        int people = agencies.values().stream().mapToInt(Integer::intValue).sum();
        long known = agencies.keySet().stream().filter(slug -> !slug.isEmpty()).count();
        String question = "You are about to send to " + BulletinWords.readers(people, (int) known);
        H2 heading = new H2(question);
        Paragraph about = new Paragraph("For two minutes you can call it back. After that you can pause or stop it.");
        when.setItems(When.values());
        when.setItemLabelGenerator(each -> each.label);
        when.setValue(When.NOW);
        at.setLocale(Locale.UK);
        at.setStep(Duration.ofMinutes(15));
        at.setVisible(false);
        when.addValueChangeListener(change -> at.setVisible(change.getValue() == When.LATER));
        fault.addClassName("sc-field-error");
        fault.getElement().setAttribute("role", "alert");
        PrimaryButton send = new PrimaryButton("Send", () -> attempt(order));
        Div content = new Div(heading, about, new SeenByFew(services, bulletin));
        content.add(when, at, fault, new Buttons(send, new SecondaryButton("Go back", this::close)));
        content.addClassName("sc-question");
        add(content);
        setOverlayRole("alertdialog");
        getElement().setAttribute("aria-label", question);
        setCloseOnOutsideClick(false);
    }

    private void attempt(Order order) {
        try {
            LocalDateTime chosen = at.getValue();
            if (when.getValue() == When.LATER && chosen == null) {
                fault.setText("Enter a date and a time.");
                return;
            }
            order.send(
                    when.getValue() == When.NOW
                            ? null
                            : chosen.atZone(Dates.KENT).toInstant());
            close();
        } catch (InvalidBulletin refused) {
            fault.setText(refused.getMessage() + ".");
        } catch (ChangedMeanwhile other) {
            fault.setText("Somebody else has changed it just now. Go back and look at it again.");
        }
    }
}
