package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Optional;
import org.safercommunities.portal.events.Certificate;
import org.safercommunities.portal.events.CertificateAnswer;
import org.safercommunities.portal.events.CertificateChecks;
import org.safercommunities.portal.events.CertificateCode;
import org.safercommunities.portal.shared.Contact;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.ErrorSummary;
import org.safercommunities.portal.shared.ui.Facts;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.Prose;
import org.safercommunities.portal.shared.ui.PublicLayout;
import org.safercommunities.portal.shared.ui.Sheet;

/** Whether a certificate of attendance is valid, for anybody who holds one: what stands on it, and nothing else. */
@Route(value = "certificates/:code?", layout = PublicLayout.class)
@PageTitle("Check a certificate")
@StyleSheet("events.css")
@AnonymousAllowed
class CertificateView extends Div implements BeforeEnterObserver {

    private final CertificateChecks checks;
    private final Contact contact;
    private final ErrorSummary errors = new ErrorSummary();
    private final Div answer = new Div();
    private final TextField code = new TextField("Code of the certificate");

    CertificateView(CertificateChecks checks, Contact contact) {
        this.checks = checks;
        this.contact = contact;
        answer.addClassName("sc-certificate-answer");
        answer.getElement().setAttribute("role", "status");
        code.setHelperText("Five groups of four letters and figures. Dashes and small letters do not matter");
        code.setAutocomplete(Autocomplete.OFF);
        code.setMaxLength(100);
        code.setManualValidation(true);
        code.addKeyPressListener(Key.ENTER, event -> ask());
        add(
                new PageHeader("Check a certificate")
                        .lead("Each certificate of attendance from this portal has a code. Enter it to see whether the"
                                + " certificate is valid."),
                errors,
                answer,
                new FormColumn(code, new Buttons(new PrimaryButton("Check", this::ask))));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entered) {
        answer.removeAll();
        Optional<String> typed = entered.getRouteParameters().get("code").filter(text -> !text.isBlank());
        typed.ifPresent(text -> {
            code.setValue(
                    CertificateCode.typed(text).map(CertificateCode::toString).orElse(text));
            answer.add(told(checks.check(text, VaadinRequest.getCurrent().getRemoteAddr())));
        });
    }

    /** The answer has an address of its own, which can be kept and sent on. */
    private void ask() {
        String typed = code.getValue().strip();
        Optional<CertificateCode> known = CertificateCode.typed(typed);
        String fault = typed.isEmpty()
                ? "Enter the code that stands on the certificate"
                : known.isPresent()
                        ? ""
                        : "A code has 20 letters and figures. Compare what you typed with the certificate";
        errors.show(fault.isEmpty() ? List.of() : List.of(new ErrorSummary.Fault(fault, code)));
        code.setInvalid(!fault.isEmpty());
        if (fault.isEmpty()) {
            UI.getCurrentOrThrow().navigate(EventAddress.CERTIFICATES + "/" + known.orElseThrow());
        } else {
            answer.removeAll();
        }
    }

    private Component told(CertificateAnswer said) {
        return switch (said) {
            case CertificateAnswer.Valid valid -> valid(valid.certificate());
            case CertificateAnswer.Withdrawn _ ->
                Callout.warn(
                        "This certificate has been withdrawn.",
                        "It was issued by this portal, and the record of who came has been corrected since. It is no longer"
                                + " valid.");
            case CertificateAnswer.Unknown _ ->
                Callout.bad(
                                "We do not know this code.",
                                "Compare each letter with the certificate. There is no 0, 1, I, L or O in a code.")
                        .more(new Prose()
                                .text(
                                        "If it is right and still not known, the certificate did not come from this portal."
                                                + " Questions? Write to ",
                                        new Anchor(contact.mailto("A certificate of attendance"), contact.email()),
                                        "."));
            case CertificateAnswer.TooOften _ ->
                Callout.warn("Too many codes have been checked from here.", "Wait an hour, then try again.");
        };
    }

    private static Component valid(Certificate certificate) {
        Facts facts = new Facts()
                .fact("Name", certificate.name())
                .fact("Agency", certificate.agency())
                .fact("Event", certificate.title())
                .fact(certificate.sessions().size() == 1 ? "Date" : "Dates", dates(certificate))
                .fact("Time attended", certificate.attendedInWords())
                .fact("Issued", Dates.brief(certificate.issuedAt()) + " by " + certificate.issuer());
        Div both = new Div(
                Callout.good("This certificate is valid.", "Compare what stands on it with what stands here."),
                new Sheet(facts));
        both.addClassName("sc-certificate-valid");
        return both;
    }

    private static String dates(Certificate certificate) {
        return String.join(
                ", ",
                certificate.sessions().stream()
                        .map(session -> Dates.brief(session.start()))
                        .distinct()
                        .toList());
    }
}
