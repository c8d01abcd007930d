package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.Style;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.AccessRequestState;
import org.safercommunities.portal.agencies.AccessRequestSummary;
import org.safercommunities.portal.agencies.AccessRequests;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.providers.AgencyOnboarding;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.Facts;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.KeepTyped;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.Sheet;
import org.safercommunities.portal.shared.ui.Stack;

/** One request for access, and the answer to it. */
@Route(AccessRequestsView.PATH + "/:request")
@RolesAllowed("ADMINISTRATOR")
class AccessRequestView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final AccessRequests requests;
    private final Agencies agencies;
    private final AgencyOnboarding onboarding;
    private final PersonList people;
    private final CurrentReader reader;
    private final EntryForm entry = new EntryForm(this);
    private final TextArea answer = new TextArea("Your answer");
    private String title = "Access request";

    AccessRequestView(
            AccessRequests requests,
            Agencies agencies,
            AgencyOnboarding onboarding,
            PersonList people,
            CurrentReader reader) {
        this.requests = requests;
        this.agencies = agencies;
        this.onboarding = onboarding;
        this.people = people;
        this.reader = reader;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(find(event.getRouteParameters().get("request").orElse("")));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private AccessRequestSummary find(String id) {
        try {
            return requests.find(UUID.fromString(id), reader.get()).orElseThrow(NotFoundException::new);
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException();
        }
    }

    private void show(AccessRequestSummary request) {
        removeAll();
        title = "Request of " + request.name();
        Stack parts = new Stack(
                        new Sheet(new Facts()
                                .fact("Organisation", request.organisation())
                                .fact("Email", request.email())
                                .fact("Asked", Dates.moment(request.asked()))),
                        Sheet.titled("What they need it for", asWritten(request.reason())))
                .wide();
        if (request.open()) {
            parts.add(letIn(request), declining(request.id()));
        } else {
            parts.addComponentAsFirst(outcome(request));
        }
        add(new PageHeader(title).crumb("Access requests", AccessRequestsView.PATH), parts);
    }

    private static Paragraph asWritten(String words) {
        Paragraph paragraph = new Paragraph(words);
        paragraph.getStyle().setWhiteSpace(Style.WhiteSpace.PRE_WRAP).setMargin("0");
        paragraph.getStyle().set("overflow-wrap", "anywhere");
        return paragraph;
    }

    private Component letIn(AccessRequestSummary request) {
        AgencyChoice choice = new AgencyChoice(agencies, onboarding, reader, request);
        entry.field("agency", choice.field());
        Paragraph how =
                new Paragraph("They get a mail from you and one with a link to choose a password. An agency that signs "
                        + "in by itself needs no password: its people are told to sign in there.");
        return Sheet.titled(
                "Let them in",
                new FormColumn(choice, how, new Buttons(new PrimaryButton("Let in", () -> accept(request, choice)))));
    }

    private Component declining(UUID id) {
        answer.setHelperText("They get these words by mail, and may reply to it");
        answer.setMinRows(3);
        answer.setMaxRows(12);
        entry.field("answer", answer);
        KeepTyped.keep(this, kept(id), answer);
        return Sheet.titled(
                "Or decline", new FormColumn(answer, new Buttons(new SecondaryButton("Decline", () -> decline(id)))));
    }

    private static String kept(UUID id) {
        return "decline-" + id;
    }

    private Component outcome(AccessRequestSummary request) {
        UUID by = request.answeredBy();
        String when = Dates.moment(Objects.requireNonNull(request.answered()))
                + (by == null ? "" : ", by " + people.names(Set.of(by)).getOrDefault(by, "somebody no longer here"))
                + ".";
        return request.state() == AccessRequestState.ACCEPTED
                ? Callout.good("Let in.", when).more(new Anchor("admin/people/" + request.person(), "Their page"))
                : Callout.info("Declined.", when)
                        .more(asWritten("“" + Objects.requireNonNullElse(request.answer(), "") + "”"));
    }

    private void accept(AccessRequestSummary request, AgencyChoice choice) {
        answer(request.id(), "%s is let in and gets a mail.".formatted(request.name()), () -> {
            String agency =
                    choice.slug().orElseThrow(() -> new InvalidEntry("agency", "Choose the agency they belong to"));
            requests.accept(request.id(), agency, reader.get());
        });
    }

    private void decline(UUID id) {
        answer(id, "Declined. They get your answer by mail.", () -> {
            requests.decline(id, answer.getValue(), reader.get());
            KeepTyped.forget(UI.getCurrent(), kept(id));
        });
    }

    /** Shows the page anew afterwards, number in the navigation included; also when a colleague was quicker. */
    private void answer(UUID id, String done, Runnable action) {
        UI page = UI.getCurrent();
        if (entry.tried(action)) {
            page.refreshCurrentRoute(false);
            Notices.on(page).good(done);
        } else if (!find(id.toString()).open()) {
            page.refreshCurrentRoute(false);
            Notices.on(page).bad("Somebody has answered this request meanwhile, so your answer was not sent.");
        }
    }
}
