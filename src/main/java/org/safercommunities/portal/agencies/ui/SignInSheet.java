package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.providers.AgencyOnboarding;
import org.safercommunities.portal.agencies.providers.AgencySignIn;
import org.safercommunities.portal.agencies.providers.NewSignIn;
import org.safercommunities.portal.agencies.providers.ProviderKind;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.Facts;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.Prose;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.Sheet;
import org.safercommunities.portal.shared.ui.Stack;

/** How the people of an agency sign in, what is still to be done for it, and how to change it. */
class SignInSheet extends Sheet {

    private final AgencySummary agency;
    private final AgencyOnboarding onboarding;
    private final NewSignIn newSignIn;
    private final CurrentReader reader;
    private final String portal;
    private final Runnable again;
    private final Stack body = new Stack();
    private final EntryForm entry = new EntryForm(this);

    /**
     * @param portal address of the portal, with a slash at the end
     * @param again shows the page anew
     */
    SignInSheet(
            AgencySummary agency,
            AgencyOnboarding onboarding,
            NewSignIn newSignIn,
            CurrentReader reader,
            String portal,
            Runnable again) {
        this.agency = agency;
        this.onboarding = onboarding;
        this.newSignIn = newSignIn;
        this.reader = reader;
        this.portal = portal;
        this.again = again;
        AgencySignIn state = onboarding.find(agency.slug(), reader.get()).orElse(null);
        add(new H2("Sign-in"), body);
        body.add(facts(state));
        if (state != null) {
            steps(state);
        }
        if (agency.active()) {
            body.add(another(state));
        }
    }

    private Facts facts(@Nullable AgencySignIn state) {
        String live = agency.identityProvider();
        Facts facts = new Facts();
        facts.fact("In use now", live == null ? "Portal passwords" : "Own sign-in (" + live + ")");
        if (state == null || state.identity().isEmpty()) {
            return facts;
        }
        facts.fact(state.live() ? "How" : "Prepared", state.kind().label());
        facts.fact(state.kind() == ProviderKind.SAML ? "Its entity ID" : "Its issuer", state.identity());
        if (!state.clientId().isEmpty()) {
            facts.fact("Client ID", state.clientId());
        }
        Instant until = state.keysUntil();
        if (until != null) {
            facts.fact("Its certificate ends", Dates.full(until));
        }
        return facts;
    }

    private void steps(AgencySignIn state) {
        if (state.needsSecret()) {
            body.add(
                    Callout.warn(
                            "The client secret is needed once more.",
                            "The sign-in service could not be reached when it was entered, and it is kept nowhere else."),
                    secret());
        } else if (!state.inStep()) {
            body.add(Callout.warn(
                            "Not in the sign-in service yet.",
                            Objects.requireNonNullElse(state.trouble(), "It is being done; look again in a minute")
                                    + ".")
                    .more(new SecondaryButton("Try again now", () -> {
                        newSignIn.tryAgain(agency.slug(), reader.get());
                        again.run();
                    })));
        } else if (state.alias() != null && !state.live()) {
            trial(state);
        }
        if (state.kind() == ProviderKind.OIDC && !state.needsSecret()) {
            Details another = new Details("Enter a new client secret", secret());
            another.addClassName("sc-steps");
            body.add(another);
        }
    }

    private FormColumn secret() {
        PasswordField secret = new PasswordField("Client secret");
        EntryForm form = new EntryForm(this).field("clientSecret", secret);
        return new FormColumn(secret, new Buttons(new PrimaryButton("Enter it", () -> {
            if (form.attempt(
                    "The sign-in service has it.",
                    () -> newSignIn.giveSecret(agency.slug(), secret.getValue(), reader.get()))) {
                again.run();
            }
        })));
    }

    private void trial(AgencySignIn state) {
        Instant until = state.trialUntil();
        boolean open = until != null && until.isAfter(Instant.now());
        if (state.works()) {
            body.add(Callout.good("It works.", "Somebody came by it, and everything that is needed arrived."));
        } else if (state.triedAt() != null) {
            body.add(Callout.warn(
                            "Not everything arrived.", "When it was tried on " + Dates.moment(state.triedAt()) + ":")
                    .more(new Prose().list(state.faults().toArray(String[]::new))));
        } else {
            body.add(new Paragraph("Have it tried before the agency’s people are let in by it. Nobody else notices."));
        }
        if (open) {
            TextField link = new TextField("Link for the trial");
            link.setValue(portal + "oauth2/authorization/keycloak?try=" + state.alias());
            link.setReadOnly(true);
            link.setWidthFull();
            link.setHelperText(
                    ("Send it to somebody of the agency who has not signed in here before, or open it in a private"
                                    + " window. It works until %s. If they are asked for a name or an address on the way, the agency"
                                    + " does not send it.")
                            .formatted(Dates.moment(Objects.requireNonNull(until))));
            body.add(new FormColumn(link));
        }
        Buttons buttons = new Buttons();
        if (state.works()) {
            buttons.add(new PrimaryButton(
                    "Let its people in",
                    () -> after("Its people sign in by it now.", () -> newSignIn.letIn(agency.slug(), reader.get()))));
        }
        Runnable trial = () ->
                after("It can be tried for half an hour.", () -> newSignIn.openTrial(agency.slug(), reader.get()));
        if (open) {
            buttons.add(new SecondaryButton("See what arrived", again));
        } else if (state.triedAt() == null) {
            buttons.add(new PrimaryButton("Open it for a trial", trial));
        } else {
            buttons.add(new SecondaryButton("Try it again", trial));
        }
        body.add(buttons);
    }

    private Details another(@Nullable AgencySignIn state) {
        SignInFields fields = new SignInFields();
        fields.tell(onboarding.addresses(agency.slug()));
        EntryForm form = fields.joining(new EntryForm(this));
        FormColumn column = new FormColumn(
                new Paragraph(
                        "What is in use stays in use until the new sign-in has been tried and its people are let in by it."
                                + " Going over to portal passwords holds at once."),
                fields,
                new Buttons(new SecondaryButton("Prepare it", () -> {
                    if (form.attempt(
                            "It is prepared.", () -> onboarding.prepare(agency.slug(), fields.wish(), reader.get()))) {
                        fields.forgetSecret();
                        again.run();
                    }
                })));
        Details details = new Details(
                state == null || state.alias() == null ? "Set up its own sign-in" : "Change how its people sign in",
                column);
        details.addClassName("sc-steps");
        return details;
    }

    private void after(String done, Runnable action) {
        if (entry.attempt(done, action)) {
            again.run();
        }
    }
}
