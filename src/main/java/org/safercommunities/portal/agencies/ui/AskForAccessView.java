package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safercommunities.portal.agencies.AccessQuestion;
import org.safercommunities.portal.agencies.AccessRequests;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.shared.Contact;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.ErrorSummary;
import org.safercommunities.portal.shared.ui.ErrorSummary.Fault;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.KeepTyped;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.Prose;
import org.safercommunities.portal.shared.ui.PublicLayout;

/** Where somebody whose agency the portal does not know asks to be let in. Open to everybody. */
@Route(value = "ask-for-access", layout = PublicLayout.class)
@PageTitle("Ask for access")
@AnonymousAllowed
class AskForAccessView extends Div implements BeforeEnterObserver {

    /** Nobody reads and fills four fields in less; a second press of the button always counts. */
    private static final Duration TOO_QUICK = Duration.ofSeconds(3);

    private final AccessRequests requests;
    private final Agencies agencies;
    private final Contact contact;
    private final Clock clock;
    private final Instant opened;
    private final EmailField email = new EmailField("Work email address");
    private final TextField name = new TextField("Your name");
    private final TextField organisation = new TextField("Organisation you work for");
    private final TextArea reason = new TextArea("What you need the portal for");
    private final ErrorSummary errors = new ErrorSummary();
    private final Div advice = new Div();
    private final KeepTyped kept;
    private boolean askedToLookAgain;

    AskForAccessView(AccessRequests requests, Agencies agencies, Contact contact, Clock clock) {
        this.requests = requests;
        this.agencies = agencies;
        this.contact = contact;
        this.clock = clock;
        this.opened = clock.instant();
        email.setHelperText("We answer to this address");
        email.setAutocomplete(Autocomplete.EMAIL);
        name.setAutocomplete(Autocomplete.NAME);
        organisation.setAutocomplete(Autocomplete.ORGANIZATION);
        reason.setHelperText("A sentence or two: your work, and what you hope to find");
        reason.setMinRows(3);
        reason.setMaxRows(12);
        List.of(name, organisation, reason).forEach(field -> field.setValueChangeMode(ValueChangeMode.ON_BLUR));
        advice.setVisible(false);
        email.addValueChangeListener(event -> advise());
        add(
                new PageHeader("Ask for access")
                        .lead(
                                "The portal is for people who work to keep Kent and Medway safer. If your organisation is not in"
                                        + " it yet, tell us who you are: a person reads this and answers by mail, as a rule within two"
                                        + " working days."),
                errors);
        FormColumn form = new FormColumn(
                email,
                advice,
                name,
                organisation,
                reason,
                privacy(),
                new Buttons(new PrimaryButton("Send request", this::send)));
        add(form);
        kept = KeepTyped.keep(this, "ask-for-access", name, organisation, reason);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("email")
                .filter(address -> address.length() <= 254)
                .ifPresent(email::setValue);
    }

    /** Whoever can sign in need not ask. The sign-in page tells the same of a domain. */
    private void advise() {
        advice.removeAll();
        advice.setVisible(ownSignIn().isPresent());
        ownSignIn()
                .ifPresent(agency -> advice.add(Callout.info(
                                "No request needed.",
                                "People of %s sign in with their own work account, and are let in by it."
                                        .formatted(agency.name()))
                        .more(new Buttons(LinkButton.secondary(".", "Sign in").outside()))));
    }

    private Optional<AgencySummary> ownSignIn() {
        String address = email.getValue().strip();
        String domain = address.substring(address.lastIndexOf('@') + 1);
        return domain.isEmpty() || domain.length() > 190
                ? Optional.empty()
                : agencies.byDomain(domain).filter(agency -> agency.identityProvider() != null);
    }

    private void send() {
        List<Fault> faults = faults();
        if (faults.isEmpty() && tooQuick()) {
            faults.add(
                    new Fault("That was very quick. Look it over once more, then press “Send request” again", email));
        }
        if (faults.isEmpty()) {
            try {
                requests.ask(question(), VaadinRequest.getCurrent().getRemoteAddr());
                kept.forget();
                thank();
                return;
            } catch (InvalidEntry refused) {
                faults.add(new Fault(refused.getMessage(), fields().getOrDefault(refused.field(), email)));
            }
        }
        errors.show(faults);
    }

    private boolean tooQuick() {
        boolean quick = !askedToLookAgain && opened.plus(TOO_QUICK).isAfter(clock.instant());
        askedToLookAgain |= quick;
        return quick;
    }

    /** All that is wrong at once: each field is judged beside good ones. */
    private List<Fault> faults() {
        Map<String, String> good = new LinkedHashMap<>();
        good.put("email", "name@example.org");
        good.put("name", "Name");
        good.put("organisation", "Organisation");
        good.put("reason", "Reason");
        List<Fault> faults = new ArrayList<>();
        fields().forEach((key, field) -> {
            Map<String, String> entry = new LinkedHashMap<>(good);
            entry.put(key, field.getValue());
            String message = message(entry);
            mark(field, message);
            if (!message.isEmpty()) {
                faults.add(new Fault(message, field));
            }
        });
        if (faults.isEmpty() && ownSignIn().isPresent()) {
            String message = "Sign in with this address: no request is needed";
            mark(email, message);
            faults.add(new Fault(message, email));
        }
        return faults;
    }

    private static String message(Map<String, String> entry) {
        try {
            AccessQuestion fine = new AccessQuestion(
                    entry.getOrDefault("email", ""),
                    entry.getOrDefault("name", ""),
                    entry.getOrDefault("organisation", ""),
                    entry.getOrDefault("reason", ""));
            return fine.email().isEmpty() ? "Enter an email address" : "";
        } catch (InvalidEntry wrong) {
            return wrong.getMessage();
        }
    }

    private static void mark(HasValidation field, String message) {
        field.setErrorMessage(message);
        field.setInvalid(!message.isEmpty());
    }

    private AccessQuestion question() {
        return new AccessQuestion(email.getValue(), name.getValue(), organisation.getValue(), reason.getValue());
    }

    private Map<String, TextFieldBase<?, String>> fields() {
        Map<String, TextFieldBase<?, String>> fields = new LinkedHashMap<>();
        fields.put("email", email);
        fields.put("name", name);
        fields.put("organisation", organisation);
        fields.put("reason", reason);
        fields.values().forEach(field -> field.setManualValidation(true));
        return fields;
    }

    private void thank() {
        String address = email.getValue().strip();
        removeAll();
        PageHeader header = new PageHeader("Thank you: check your email")
                .lead("We have sent a mail to %s. It says what happens next.".formatted(address));
        header.getElement().setAttribute("tabindex", "-1");
        add(
                header,
                new Prose()
                        .text(
                                "No mail within ten minutes? If you have asked before, you had it then, and what you wrote now"
                                        + " has been added. Otherwise look into the spam folder and check the address above, or"
                                        + " write to ",
                                new Anchor(contact.mailto("Access to the portal"), contact.email()),
                                "."),
                new Buttons(LinkButton.secondary(".", "Go to the sign-in page").outside()));
        header.getElement().executeJs("this.focus()");
    }

    private static Prose privacy() {
        return new Prose()
                .text(
                        "We use what you write here to answer your request and keep it for a year. More in the ",
                        new Anchor("privacy", "privacy notice"),
                        ".");
    }
}
