package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.safercommunities.portal.agencies.AccessRequestState;
import org.safercommunities.portal.agencies.AccessRequestSummary;
import org.safercommunities.portal.agencies.AccessRequests;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.ErrorSummary;
import org.safercommunities.portal.shared.ui.ErrorSummary.Fault;
import org.safercommunities.portal.shared.ui.Facts;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.KeepTyped;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.Sheet;

/** One request for access, and the answer to it. */
@Route(AccessRequestsView.PATH + "/:request")
@RolesAllowed("ADMINISTRATOR")
class AccessRequestView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final AccessRequests requests;
    private final Agencies agencies;
    private final CurrentReader currentReader;
    private final ErrorSummary errors = new ErrorSummary();
    private final ComboBox<AgencySummary> agency = new ComboBox<>("Agency they belong to");
    private final TextArea answer = new TextArea("Your answer");
    private String title = "Access request";

    AccessRequestView(AccessRequests requests, Agencies agencies, CurrentReader currentReader) {
        this.requests = requests;
        this.agencies = agencies;
        this.currentReader = currentReader;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("request").orElse("");
        show(find(id));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private AccessRequestSummary find(String id) {
        try {
            return requests.find(UUID.fromString(id), currentReader.get()).orElseThrow(NotFoundException::new);
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException();
        }
    }

    private void show(AccessRequestSummary request) {
        removeAll();
        title = "Request of " + request.name();
        add(new PageHeader(title).crumb("Access requests", AccessRequestsView.PATH), errors, new Sheet(facts(request)));
        if (request.open()) {
            add(letIn(request), decline(request));
        } else {
            add(outcome(request));
        }
    }

    private static Facts facts(AccessRequestSummary request) {
        Paragraph reason = new Paragraph(request.reason());
        reason.getStyle()
                .setWhiteSpace(com.vaadin.flow.dom.Style.WhiteSpace.PRE_WRAP)
                .setMargin("0");
        return new Facts()
                .fact("Organisation", request.organisation())
                .fact("Email", request.email())
                .fact("Asked", Dates.moment(request.asked()))
                .fact("Needs it for", reason);
    }

    private Component letIn(AccessRequestSummary request) {
        List<AgencySummary> active =
                agencies.all().stream().filter(AgencySummary::active).toList();
        String domain = request.email().substring(request.email().lastIndexOf('@') + 1);
        agency.setItems(active);
        agency.setItemLabelGenerator(AgencySummary::name);
        active.stream()
                .filter(one -> one.domains().contains(domain) || one.name().equalsIgnoreCase(request.organisation()))
                .findFirst()
                .ifPresent(agency::setValue);
        Paragraph how =
                new Paragraph("They get a mail from you and one with a link to choose a password. An agency that signs "
                        + "in by itself needs no password: its people are told to sign in there.");
        Paragraph add = new Paragraph(new Anchor("admin/agencies", "Is their organisation missing? Add it first"));
        return Sheet.titled(
                "Let them in",
                new FormColumn(agency, how, add, new Buttons(new PrimaryButton("Let in", () -> accept(request)))));
    }

    private Component decline(AccessRequestSummary request) {
        answer.setHelperText("They get these words by mail, and may reply to it");
        answer.setMinRows(3);
        KeepTyped.keep(this, "decline-" + request.id(), answer);
        return Sheet.titled(
                "Or decline",
                new FormColumn(answer, new Buttons(new SecondaryButton("Decline", () -> decline(request.id())))));
    }

    private static Component outcome(AccessRequestSummary request) {
        var answered = request.answered();
        String when = answered == null ? "" : Dates.moment(answered) + ".";
        if (request.state() == AccessRequestState.ACCEPTED) {
            return Callout.good("Let in.", when).more(new Anchor("admin/people/" + request.person(), "Their page"));
        }
        return Callout.info("Declined.", when)
                .more(new Paragraph("“" + (request.answer() == null ? "" : request.answer()) + "”"));
    }

    private void accept(AccessRequestSummary request) {
        AgencySummary chosen = agency.getValue();
        if (chosen == null) {
            fault("agency", "Choose the agency they belong to");
            return;
        }
        answer(
                request.id(),
                () -> requests.accept(request.id(), chosen.slug(), currentReader.get()),
                "%s is let in and gets a mail.".formatted(request.name()));
    }

    private void decline(UUID id) {
        answer(
                id,
                () -> {
                    requests.decline(id, answer.getValue(), currentReader.get());
                    KeepTyped.forget(UI.getCurrent(), "decline-" + id);
                },
                "Declined. They get your answer by mail.");
    }

    private void answer(UUID id, Runnable action, String done) {
        try {
            action.run();
        } catch (InvalidEntry wrong) {
            fault(wrong.field(), wrong.getMessage());
            return;
        }
        errors.show(List.of());
        show(find(id.toString()));
        Notices.on(UI.getCurrent()).good(done);
    }

    private void fault(String field, String message) {
        boolean ofAnswer = field.equals("answer");
        agency.setInvalid(!ofAnswer);
        answer.setInvalid(ofAnswer);
        (ofAnswer ? (com.vaadin.flow.component.HasValidation) answer : agency).setErrorMessage(message);
        errors.show(List.of(new Fault(message, ofAnswer ? answer : agency)));
    }
}
