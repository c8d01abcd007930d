package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.AgencyDescription;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.agencies.providers.AgencyContact;
import org.safercommunities.portal.agencies.providers.AgencyOnboarding;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.KeepTyped;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.QuietButton;

/** Name, e-mail domains and contact of an agency; of a new one also how its people sign in. */
class AgencyForm extends FormColumn {

    private final TextField name = new TextField("Name");
    private final TextField domains = new TextField("Email domains");
    private final TextField contactName = new TextField("Who answers for the agency");
    private final EmailField contactEmail = new EmailField("Their email address");
    private final TextField contactPhone = new TextField("Their telephone number");
    private final SignInFields signIn = new SignInFields();
    private final EntryForm entry = new EntryForm(this);
    private final Buttons buttons = new Buttons();

    private AgencyForm() {
        name.setMaxLength(160);
        name.setRequiredIndicatorVisible(true);
        domains.setHelperText("What stands after the @, for example kent.gov.uk. Put a space between several. "
                + "Leave it empty for a small charity whose people have addresses of all kinds.");
        contactName.setMaxLength(160);
        contactName.setRequiredIndicatorVisible(true);
        contactName.setHelperText(
                "Whom to ask about its sign-in and its signature of the Information Sharing Agreement.");
        contactEmail.setRequiredIndicatorVisible(true);
        contactPhone.setMaxLength(40);
        entry.field("name", name)
                .field("domains", domains)
                .field("contactName", contactName)
                .field("contactEmail", contactEmail)
                .field("contactPhone", contactPhone);
        add(name, domains, contactName, contactEmail, contactPhone);
    }

    /**
     * A form for an agency that is not there yet.
     *
     * @param made gets it once it has been added
     * @param after once the form may be taken off the page
     */
    static AgencyForm forNew(
            AgencyOnboarding onboarding,
            CurrentReader reader,
            Consumer<AgencySummary> made,
            Runnable after,
            Runnable cancel) {
        AgencyForm form = new AgencyForm();
        form.signIn.joining(form.entry);
        form.name.setValueChangeMode(ValueChangeMode.LAZY);
        form.name.addValueChangeListener(change -> form.tellAddresses(onboarding));
        form.add(new H3("Sign-in"), form.signIn, form.buttons);
        KeepTyped kept = KeepTyped.keep(
                form,
                "agency-new",
                Stream.concat(
                                Stream.of(
                                        form.name,
                                        form.domains,
                                        form.contactName,
                                        form.contactEmail,
                                        form.contactPhone),
                                Arrays.stream(form.signIn.kept()))
                        .toArray(com.vaadin.flow.component.Component[]::new));
        form.buttons.add(
                new PrimaryButton(
                        "Add agency",
                        () -> form.save(
                                "The agency has been added.",
                                () -> made.accept(onboarding.add(
                                        new AgencyDescription(form.name.getValue(), null, form.domains()),
                                        form.contact(),
                                        form.signIn.wish(),
                                        reader.get())),
                                () -> {
                                    kept.forget();
                                    after.run();
                                })),
                new QuietButton("Cancel", () -> {
                    kept.forget();
                    cancel.run();
                }));
        return form;
    }

    static AgencyForm forKnown(
            AgencySummary agency,
            @Nullable AgencyContact contact,
            AgencyOnboarding onboarding,
            CurrentReader reader,
            Runnable after) {
        AgencyForm form = new AgencyForm();
        form.name.setValue(agency.name());
        form.domains.setValue(String.join(" ", new TreeSet<>(agency.domains())));
        if (contact != null) {
            form.contactName.setValue(contact.name());
            form.contactEmail.setValue(contact.email());
            form.contactPhone.setValue(contact.phone());
        }
        form.add(form.buttons);
        form.buttons.add(new PrimaryButton(
                "Save",
                () -> form.save(
                        "Saved.",
                        () -> onboarding.change(
                                agency.slug(), form.name.getValue(), form.domains(), form.contact(), reader.get()),
                        after)));
        return form;
    }

    /** Suggests what is likely. */
    void suggest(String agency, String contact, String email) {
        name.setValue(agency);
        contactName.setValue(contact);
        contactEmail.setValue(email);
    }

    void focus() {
        name.focus();
    }

    private void tellAddresses(AgencyOnboarding onboarding) {
        try {
            signIn.tell(onboarding.addressesForNew(name.getValue()));
        } catch (InvalidEntry notYet) {
            signIn.tell(null);
        }
    }

    private void save(String done, Runnable action, Runnable after) {
        if (entry.attempt(done, action)) {
            after.run();
        }
    }

    private Set<String> domains() {
        return Arrays.stream(domains.getValue().split("[\\s,;]+")).collect(Collectors.toSet());
    }

    private AgencyContact contact() {
        return new AgencyContact(contactName.getValue(), contactEmail.getValue(), contactPhone.getValue());
    }
}
