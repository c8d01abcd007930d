package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Accounts;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.KeepTyped;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Sheet;

/** A form for somebody new, closed until it is asked for. */
class AddPerson extends Div {

    private final String heading;
    private final List<AgencySummary> agencies;
    private final Accounts accounts;
    private final CurrentReader reader;
    private final Consumer<UUID> added;
    private @Nullable PrimaryButton opener;

    private AddPerson(
            String heading,
            List<AgencySummary> agencies,
            Accounts accounts,
            CurrentReader reader,
            Consumer<UUID> added) {
        this.heading = heading;
        this.agencies = agencies;
        this.accounts = accounts;
        this.reader = reader;
        this.added = added;
    }

    /** For administrators, who choose the agency. */
    static AddPerson toAny(
            List<AgencySummary> agencies, Accounts accounts, CurrentReader reader, Consumer<UUID> added) {
        return new AddPerson("Add a person", agencies, accounts, reader, added);
    }

    /** For coordinators, who add to their own agency. */
    static AddPerson toOwn(Accounts accounts, CurrentReader reader, Consumer<UUID> added) {
        return new AddPerson("Add a colleague", List.of(), accounts, reader, added);
    }

    /** The button that opens the form stands aside while the form is open. */
    void openedBy(PrimaryButton button) {
        opener = button;
    }

    void open() {
        TextField name = new TextField("Name");
        name.setMaxLength(160);
        name.setRequiredIndicatorVisible(true);
        EmailField email = new EmailField("Work email address");
        email.setRequiredIndicatorVisible(true);
        email.setManualValidation(true);
        ComboBox<AgencySummary> agency = new ComboBox<>("Agency");
        agency.setItems(agencies);
        agency.setItemLabelGenerator(AgencySummary::name);
        agency.setVisible(!agencies.isEmpty());
        agency.setRequiredIndicatorVisible(true);
        agency.setHelperText(
                "Where it has its own sign-in, they come in through that. Otherwise the portal sends them a "
                        + "mail to choose a password.");
        EntryForm entry =
                new EntryForm(this).field("name", name).field("email", email).field("agency", agency);
        FormColumn form = new FormColumn(name, email, agency);
        KeepTyped kept = KeepTyped.keep(form, "person-new", name, email);
        Runnable save = () -> {
            UUID[] id = new UUID[1];
            if (entry.attempt(
                    name.getValue().strip() + " has been added.",
                    () -> id[0] = accounts.open(email.getValue(), name.getValue(), agencyOf(agency), reader.get()))) {
                kept.forget();
                close();
                added.accept(id[0]);
            }
        };
        Buttons buttons = new Buttons(new PrimaryButton(heading, save), new QuietButton("Cancel", () -> {
            kept.forget();
            close();
        }));
        removeAll();
        form.add(buttons);
        add(Sheet.titled(heading, form));
        addClassName("sc-section");
        if (opener != null) {
            opener.setVisible(false);
        }
        name.focus();
    }

    private void close() {
        removeAll();
        removeClassName("sc-section");
        if (opener != null) {
            opener.setVisible(true);
            opener.focus();
        }
    }

    private String agencyOf(ComboBox<AgencySummary> agency) {
        if (agencies.isEmpty()) {
            return reader.get().agencyId();
        }
        if (agency.getValue() == null) {
            throw new InvalidEntry("agency", "Choose an agency");
        }
        return agency.getValue().slug();
    }
}
