package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.bulletins.InvalidBulletin;
import org.safercommunities.portal.bulletins.SubscriberEntry;
import org.safercommunities.portal.bulletins.Subscribers;
import org.safercommunities.portal.bulletins.SubscriptionChoice;
import org.safercommunities.portal.library.Topics;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.ErrorSummary;
import org.safercommunities.portal.shared.ui.ErrorSummary.Fault;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.QuietButton;

/** A form to put one person on who has agreed to it. */
class AddSubscriber extends OpenedForm {

    private final Subscribers subscribers;
    private final Agencies agencies;
    private final Topics topics;
    private final CurrentReader reader;
    private final Runnable added;

    AddSubscriber(Subscribers subscribers, Agencies agencies, Topics topics, CurrentReader reader, Runnable added) {
        this.subscribers = subscribers;
        this.agencies = agencies;
        this.topics = topics;
        this.reader = reader;
        this.added = added;
    }

    @Override
    void open() {
        EmailField email = new EmailField("Email address");
        email.setManualValidation(true);
        TextField name = new TextField("Name");
        name.setMaxLength(160);
        ComboBox<AgencySummary> agency = new ComboBox<>("Agency");
        agency.setItems(agencies.all().stream().filter(AgencySummary::active).toList());
        agency.setItemLabelGenerator(AgencySummary::name);
        agency.setHelperText("Left empty: the one whose domain the address has. Not for people with an account");
        TextField basis = new TextField("How they agreed");
        basis.setHelperText(
                "For example: signed up at the conference in May. It is kept and shown to them if they ask");
        basis.setMaxLength(300);
        SubscriptionFields fields = new SubscriptionFields("They get", topics.current());
        fields.show(SubscriptionChoice.everything());
        ErrorSummary errors = new ErrorSummary();
        Runnable save = () -> {
            List<Fault> faults = new ArrayList<>();
            if (fields.choice().kinds().isEmpty()) {
                faults.add(Fault.atChoices("Tick what they get", fields.kinds()));
            } else if (fields.isUndecided()) {
                faults.add(Fault.atChoices("Tick at least one topic, or choose “Every topic”", fields.topics()));
            }
            try {
                SubscriberEntry entry = new SubscriberEntry(email.getValue(), name.getValue());
                if (faults.isEmpty()) {
                    String slug =
                            agency.getOptionalValue().map(AgencySummary::slug).orElse(null);
                    subscribers.add(entry, slug, fields.choice(), basis.getValue(), reader.get());
                    Notices.on(UI.getCurrent()).good(entry.email() + " has been added.");
                    close();
                    added.run();
                    return;
                }
            } catch (InvalidBulletin refused) {
                faults.addFirst(new Fault(
                        refused.getMessage(),
                        switch (refused.field()) {
                            case "name" -> name;
                            case "agency" -> agency;
                            case "basis" -> basis;
                            default -> email;
                        }));
            }
            errors.show(faults);
        };
        show(
                "Add a subscriber",
                errors,
                new FormColumn(
                        email,
                        name,
                        agency,
                        basis,
                        fields,
                        new Buttons(new PrimaryButton("Add", save), new QuietButton("Cancel", this::close))));
        email.focus();
    }
}
