package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.events.DeskMessages;
import org.safercommunities.portal.events.DeskMessages.Recipients;
import org.safercommunities.portal.events.DeskMessages.To;
import org.safercommunities.portal.events.DeskTally;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.events.InvalidEvent;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.ErrorSummary;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.KeepTyped;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.Sheet;

/** Writes to those who are booked, to those who wait, or to one agency. */
class EventDeskMessages extends PageSection {

    private final EventDetails event;
    private final EventDeskServices services;
    private final RadioButtonGroup<To> to = new RadioButtonGroup<>("Write to");
    private final ComboBox<String> agency = new ComboBox<>("Agency");
    private final TextField subject = new TextField("Subject");
    private final TextArea words = new TextArea("Message");
    private final LiveText count = new LiveText("");
    private final Div preview = new Div();
    private final ErrorSummary errors = new ErrorSummary();
    private final EventEditFaults faults = new EventEditFaults(errors);
    private final Map<String, String> agencies = new TreeMap<>();
    private final KeepTyped kept;

    EventDeskMessages(EventDetails event, DeskTally tally, EventDeskServices services, Runnable changed) {
        super("Messages");
        this.event = event;
        this.services = services;
        tally.agencies().stream()
                .filter(each -> each.all() > 0)
                .forEach(each -> agencies.put(each.name(), each.agency()));
        to.setItems(To.values());
        to.setItemLabelGenerator(To::label);
        to.setValue(To.BOOKED);
        to.addValueChangeListener(any -> count());
        agency.setItems(agencies.keySet());
        agency.setVisible(false);
        agency.setWidthFull();
        agency.addValueChangeListener(any -> count());
        subject.setMaxLength(200);
        subject.setWidthFull();
        subject.setValue("About " + event.title());
        subject.setValueChangeMode(ValueChangeMode.LAZY);
        subject.addValueChangeListener(any -> preview());
        words.setMaxLength(5000);
        words.setMinRows(5);
        words.setWidthFull();
        words.setHelperText("The event, its date and place stand in the mail already, below your words.");
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addValueChangeListener(any -> preview());
        preview.addClassName("sc-desk-letter");
        Sheet letter = Sheet.titled("As it will read", preview);
        FormColumn form = new FormColumn(
                to,
                agency,
                count,
                subject,
                words,
                letter,
                new Buttons(new SecondaryButton("Send", Icon.SEND, () -> ask(changed))));
        kept = KeepTyped.keepOver(form, "event-message-" + event.id(), words, subject);
        add(errors, form);
        count();
        preview();
    }

    private Recipients recipients() {
        @Nullable
        String slug = to.getValue() == To.AGENCY && agency.getValue() != null ? agencies.get(agency.getValue()) : null;
        return new Recipients(to.getValue(), slug);
    }

    private void count() {
        agency.setVisible(to.getValue() == To.AGENCY);
        if (to.getValue() == To.AGENCY && agency.getValue() == null) {
            count.setText("Choose the agency.");
            return;
        }
        count.setText(people(services.messages().count(event.id(), recipients(), services.reader())) + " will get it.");
    }

    private static String people(int count) {
        return count == 1 ? "1 person" : count == 0 ? "Nobody" : count + " people";
    }

    private void preview() {
        preview.removeAll();
        Paragraph heading = new Paragraph(subject.isEmpty() ? "About " + event.title() : subject.getValue());
        heading.addClassName("sc-strong");
        preview.add(heading, new Paragraph("Dear …,"));
        words.getValue()
                .lines()
                .filter(line -> !line.isBlank())
                .map(Paragraph::new)
                .forEach(preview::add);
        if (words.getValue().isBlank()) {
            preview.add(new Paragraph("Your words stand here."));
        }
    }

    private void ask(Runnable changed) {
        faults.clear();
        Recipients recipients = faults.part(this::recipients, Map.of(), agency);
        if (words.getValue().isBlank()) {
            faults.at(words, "Write your message, at most 5,000 characters");
        }
        faults.show();
        if (recipients == null || faults.any()) {
            return;
        }
        int readers = services.messages().count(event.id(), recipients, services.reader());
        ConfirmQuestion.ask(
                "Send to %s?".formatted(people(readers).toLowerCase(java.util.Locale.UK)),
                "Each gets a mail of their own with your words. It cannot be called back.",
                "Send",
                () -> send(recipients, changed));
    }

    private void send(Recipients recipients, Runnable changed) {
        try {
            int sent = services.messages()
                    .send(
                            event.id(),
                            recipients,
                            new DeskMessages.Message(subject.getValue(), words.getValue()),
                            services.reader());
            kept.forget();
            Notices.on(UI.getCurrent()).good("On its way to %s.".formatted(people(sent)));
            words.clear();
            changed.run();
        } catch (InvalidEvent invalid) {
            faults.at(invalid.field().equals("subject") ? subject : words, invalid.getMessage());
            faults.show();
        }
    }
}
