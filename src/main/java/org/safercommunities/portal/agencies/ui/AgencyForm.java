package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.AgencyDescription;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.KeepTyped;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.QuietButton;

/** Name, e-mail domains and own sign-in of an agency, new or known. */
class AgencyForm extends FormColumn {

    private final TextField name = new TextField("Name");
    private final TextField domains = new TextField("Email domains");
    private final TextField provider = new TextField("Alias of its own sign-in in Keycloak");
    private final EntryForm entry = new EntryForm(this);
    private final Buttons buttons = new Buttons();

    AgencyForm() {
        name.setMaxLength(160);
        name.setRequiredIndicatorVisible(true);
        domains.setHelperText("What stands after the @, for example kent.gov.uk. Put a space between several. "
                + "Leave it empty for a small charity whose people have addresses of all kinds.");
        provider.setHelperText("Leave it empty when its people sign in with a password of the portal.");
        provider.setMaxLength(80);
        entry.field("name", name).field("domains", domains).field("identityProvider", provider);
        add(name, domains, provider, steps(), buttons);
    }

    /**
     * A form for an agency that is not there yet.
     *
     * @param after once it has been added; only then may the form be taken off the page
     */
    static AgencyForm forNew(Consumer<AgencyDescription> add, Runnable after, Runnable cancel) {
        AgencyForm form = new AgencyForm();
        KeepTyped kept = KeepTyped.keep(form, "agency-new", form.name, form.domains, form.provider);
        form.buttons.add(
                new PrimaryButton(
                        "Add agency",
                        () -> form.save("The agency has been added.", add, () -> {
                            kept.forget();
                            after.run();
                        })),
                new QuietButton("Cancel", () -> {
                    kept.forget();
                    cancel.run();
                }));
        return form;
    }

    static AgencyForm forKnown(AgencySummary agency, Consumer<AgencyDescription> save, Runnable after) {
        AgencyForm form = new AgencyForm();
        form.name.setValue(agency.name());
        form.domains.setValue(String.join(" ", new TreeSet<>(agency.domains())));
        form.provider.setValue(Objects.requireNonNullElse(agency.identityProvider(), ""));
        form.buttons.add(new PrimaryButton("Save", () -> form.save("Saved.", save, after)));
        return form;
    }

    /** Suggests a name. */
    void called(String suggestion) {
        name.setValue(suggestion);
    }

    void focus() {
        name.focus();
    }

    private void save(String done, Consumer<AgencyDescription> action, Runnable after) {
        if (entry.attempt(done, () -> action.accept(description()))) {
            after.run();
        }
    }

    private AgencyDescription description() {
        Set<String> each = Arrays.stream(domains.getValue().split("[\\s,;]+")).collect(Collectors.toSet());
        return new AgencyDescription(name.getValue(), provider.getValue(), each);
    }

    private static Details steps() {
        OrderedList steps = new OrderedList(
                new ListItem(
                        "In Keycloak’s console, in the portal’s realm, add an identity provider: OpenID Connect or "
                                + "SAML, whichever the agency has. Its alias is what you enter above, and it never changes."),
                new ListItem(
                        "Give the agency the redirect address that Keycloak shows. Enter the address of the agency’s "
                                + "discovery document or metadata."),
                new ListItem(
                        "Set “Trust email” on, “Sync mode” to force, “Hide on login page” on. Leave the first login "
                                + "flow as it is, and never link accounts by email alone."),
                new ListItem("Map email address, first name and last name, so that nobody is asked for them."),
                new ListItem(
                        "Under Organizations, add the agency with its email domains, link the provider, and switch on "
                                + "“Redirect when email domain matches”."),
                new ListItem("Save the alias here, and sign in once with somebody of the agency."));
        Details details = new Details("How to connect an agency’s own sign-in", steps);
        details.addClassName("sc-steps");
        return details;
    }
}
