package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.library.contributions.ContributionChangedMeanwhile;
import org.safercommunities.portal.library.contributions.ContributionContent;
import org.safercommunities.portal.library.contributions.ContributionDetails;
import org.safercommunities.portal.library.contributions.ContributionState;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.ErrorSummary;
import org.safercommunities.portal.shared.ui.IdInAddress;
import org.safercommunities.portal.shared.ui.KeepTyped;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.Sheet;

/**
 * Offers a document for the library, or changes what is offered. From its file on it is a draft that is saved with each change; until
 * then what is typed stays in the browser.
 */
@Route("library/offer")
@RouteAlias("library/offers/:offer/edit")
@StyleSheet("library.css")
@PermitAll
class OfferDocumentView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final ContributionServices services;
    private final ErrorSummary errors = new ErrorSummary();
    private String title = "Offer a document";
    private @Nullable UUID id;
    private @Nullable UUID versionOf;
    private @Nullable KeepTyped kept;
    private int version;
    private boolean hasFile;
    private boolean waiting;

    OfferDocumentView(ContributionServices services) {
        this.services = services;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        if (event.getRouteParameters().get("offer").isPresent()) {
            ContributionDetails offer = IdInAddress.of(event, "offer")
                    .flatMap(one -> services.reading().find(one, services.reader()))
                    .orElseThrow(NotFoundException::new);
            if (!services.isOwn(offer) || !offer.state().isOpen()) {
                event.forwardTo(ContributionPage.of(offer.id()));
                return;
            }
            change(offer);
        } else {
            begin(event.getLocation().getQueryParameters().getSingleParameter(ContributionPage.VERSION_OF));
        }
    }

    private void begin(Optional<String> document) {
        if (document.isPresent()) {
            DocumentDescription said = ofThem(document.get());
            title = "Offer a newer version";
            show(
                    new ContributionContent(
                            said.title(),
                            said.description(),
                            said.kind(),
                            said.topics(),
                            said.marking(),
                            said.handling() == null ? "" : said.handling(),
                            "",
                            "",
                            false,
                            false,
                            false),
                    null,
                    "Of “%s”. The team looks at it, and makes it the current version.".formatted(said.title()));
        } else {
            show(
                    ContributionContent.titled(""),
                    null,
                    "A template notice, a case study, a leaflet: the team looks at it, edits what is said of it and publishes it, and"
                            + " %s is credited.".formatted(services.agency()));
        }
    }

    /** The document of the library that came from this person. */
    private DocumentDescription ofThem(String document) {
        try {
            UUID known = UUID.fromString(document);
            versionOf = known;
            if (!services.contributors().isOne(known, services.reader())) {
                throw new NotFoundException();
            }
            return services.documents()
                    .find(known, services.reader())
                    .orElseThrow(NotFoundException::new)
                    .description();
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException();
        }
    }

    private void change(ContributionDetails offer) {
        id = offer.id();
        versionOf = offer.versionOf();
        version = offer.version();
        hasFile = offer.file() != null;
        waiting = offer.state() == ContributionState.WAITING;
        title = waiting ? "Change what you offer" : "Go on with your offer";
        show(
                offer.content(),
                offer,
                waiting ? "It waits for the team. You can change it until the team has decided." : "");
    }

    private void show(ContributionContent content, @Nullable ContributionDetails offer, String lead) {
        Holder form = new Holder();
        OfferedFile file =
                new OfferedFile(services, offer == null ? null : offer.file(), stored -> arrived(form.get(), stored));
        form.form = new ContributionForm(
                services, content, versionOf != null, offer == null ? services.agency() : offer.agencyName(), file);
        PageHeader header = new PageHeader(title).crumb("Library", "library").crumb("Offers", ContributionPage.LIST);
        add(lead.isEmpty() ? header : header.lead(lead));
        String reason = offer == null ? null : offer.reason();
        if (reason != null) {
            add(Callout.bad("The team did not take it.", reason));
        }
        add(new Sheet(errors, form.get(), buttons(form.get())));
        if (offer == null || waiting) {
            kept = KeepTyped.keepOver(
                    this,
                    "document-offer-%s-%d".formatted(offer == null ? versionOf : offer.id(), version),
                    form.get().title,
                    form.get().description,
                    form.get().whom,
                    form.get().note);
        }
        form.get().onEachChange(() -> keepDraft(form.get()));
    }

    private Buttons buttons(ContributionForm form) {
        if (waiting) {
            return new Buttons(
                    new PrimaryButton("Save changes", () -> attempt(form, () -> leave(save(form), "Saved."))),
                    LinkButton.quiet(id == null ? ContributionPage.LIST : ContributionPage.of(id), "Go back"));
        }
        return new Buttons(
                new PrimaryButton("Send to the team", () -> attempt(form, () -> send(form))),
                new SecondaryButton(
                        "Keep as a draft",
                        () -> attempt(form, () -> leave(save(form), "Kept as a draft that only you see."))));
    }

    private void arrived(ContributionForm form, StoredFile stored) {
        form.propose(stored.fileName());
        UUID draft = id;
        if (draft == null) {
            draft = services.contributions().begin(form.content(), stored, versionOf, services.reader());
            begun(draft);
            version = services.reading()
                    .find(draft, services.reader())
                    .orElseThrow()
                    .version();
        } else {
            version = services.contributions().file(draft, stored, services.reader());
        }
        hasFile = true;
    }

    /** From now on the address leads to the draft, should the page be loaded again. */
    private void begun(UUID draft) {
        id = draft;
        if (kept != null) {
            kept.forget();
            kept = null;
        }
        getElement()
                .executeJs(
                        "history.replaceState(history.state, '', document.baseURI + $0)", ContributionPage.edit(draft));
    }

    /** With each change, as long as nobody else sees it. */
    private void keepDraft(ContributionForm form) {
        if (id != null && !waiting) {
            try {
                save(form);
            } catch (InvalidDocument | ContributionChangedMeanwhile refused) {
                Notices.on(UI.getCurrent()).bad(refused.getMessage() + ".");
            }
        }
    }

    private UUID save(ContributionForm form) {
        UUID draft = id;
        if (draft == null) {
            draft = services.contributions().begin(form.content(), null, versionOf, services.reader());
            begun(draft);
            version = 1;
        } else {
            version = services.contributions().change(draft, version, form.content(), services.reader());
        }
        return draft;
    }

    private void send(ContributionForm form) {
        List<InvalidDocument> missing = form.content().missing(versionOf != null, hasFile);
        if (!missing.isEmpty()) {
            errors.show(form.faults(missing));
            return;
        }
        UUID draft = save(form);
        services.contributions().send(draft, services.reader());
        leave(draft, "Sent. Thank you. You get a mail when the team has decided.");
    }

    private void attempt(ContributionForm form, Runnable step) {
        errors.show(List.of());
        try {
            step.run();
        } catch (InvalidDocument refused) {
            errors.show(form.faults(List.of(refused)));
        } catch (ContributionChangedMeanwhile other) {
            Notices.on(UI.getCurrent()).bad(other.getMessage() + ".");
        }
    }

    private void leave(UUID offer, String said) {
        UI ui = UI.getCurrent();
        if (kept != null) {
            kept.forget();
        }
        ui.navigate(ContributionPage.of(offer));
        Notices.on(ui).good(said);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    /** The form knows the file’s field, and what arrives there is put into the form. */
    private static final class Holder {

        private @Nullable ContributionForm form;

        ContributionForm get() {
            return java.util.Objects.requireNonNull(form);
        }
    }
}
