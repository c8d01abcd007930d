package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.DocumentTerm;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.contributions.ContributionChangedMeanwhile;
import org.safercommunities.portal.library.contributions.ContributionContent;
import org.safercommunities.portal.library.contributions.ContributionDetails;
import org.safercommunities.portal.library.contributions.ContributionState;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.ErrorSummary;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.IdInAddress;
import org.safercommunities.portal.shared.ui.KeepTyped;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageColumns;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.PrimaryButton;

/** The team words an offered document as it words its own, and publishes it. */
@Route("library/offers/:offer/take-up")
@PageTitle("Publish an offered document")
@StyleSheet("library.css")
@RolesAllowed("EDITOR")
class TakeUpView extends Div implements BeforeEnterObserver {

    private final ContributionServices services;
    private final ErrorSummary errors = new ErrorSummary();
    private final TextField title = new TextField("Title");
    private final TextArea description = new TextArea("Description");
    private final TextArea note = new TextArea("What has changed");
    private @Nullable KeepTyped kept;

    TakeUpView(ContributionServices services) {
        this.services = services;
        title.setMaxLength(ContributionContent.LONGEST_TITLE);
        title.setWidthFull();
        description.setMaxLength(ContributionContent.LONGEST_DESCRIPTION);
        description.setWidthFull();
        description.setHelperText("One or two sentences: what it is, and for whom.");
        note.setMaxLength(ContributionContent.LONGEST_NOTE);
        note.setWidthFull();
        note.setHelperText("Readers find it beside the version.");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Reader reader = services.reader();
        ContributionDetails offer = IdInAddress.of(event, "offer")
                .flatMap(id -> services.reading().find(id, reader))
                .orElseThrow(NotFoundException::new);
        if (offer.state() != ContributionState.WAITING) {
            event.forwardTo(ContributionPage.of(offer.id()));
            return;
        }
        removeAll();
        Div main = new Div(errors);
        main.addClassName("sc-stack");
        ContributionNotes.of(services, offer).forEach(main::add);
        main.add(offer.isNewerVersion() ? version(offer) : document(offer, reader));
        Div aside = new Div(
                OfferedDocumentView.preview(services, offer),
                ContributionFacts.of(services, offer, services.words().names()));
        aside.addClassName("sc-document-aside");
        add(
                new PageHeader(offer.isNewerVersion() ? "Accept a newer version" : "Publish an offered document")
                        .crumb("Library", "library")
                        .crumb("Offers", ContributionPage.LIST)
                        .crumb(offer.title(), ContributionPage.of(offer.id()))
                        .lead("It will say that it is from %s.".formatted(offer.agencyName())),
                PageColumns.withAside(main, aside));
    }

    private Component document(ContributionDetails offer, Reader reader) {
        ContributionContent said = offer.content();
        title.setValue(said.title());
        description.setValue(said.description());
        DescriptionFields fields = new DescriptionFields(services.choices(), reader.groupIds()).ofOne();
        fields.show(proposed(offer), services.choices());
        TermFields term = new TermFields(services.people(), DocumentTerm.of(reader.personId()));
        Div all = new Div();
        all.addClassNames("sc-stack", "sc-wide");
        if (!said.audienceWish().isEmpty()) {
            all.add(Callout.info("Its author wishes for some readers only:", said.audienceWish()));
        }
        all.add(
                new FormColumn(title, description, fields),
                new PageSection(
                        "How long, and who answers for it",
                        term,
                        buttons(
                                offer,
                                "Publish",
                                () -> attempt(
                                        () -> services.desk()
                                                .publish(
                                                        offer.id(),
                                                        offer.version(),
                                                        fields.description(title.getValue(), description.getValue()),
                                                        term.term(),
                                                        services.reader()),
                                        refused -> field(refused, fields, term)))));
        kept = KeepTyped.keepOver(
                this, "take-up-%s-%d".formatted(offer.id(), offer.version()), title, description, fields.handling);
        KeptDescription.of(fields, kept, services.choices());
        return all;
    }

    /** As its author said; where they wish for some only, closed to all but their agency until the editor opens it. */
    private static DocumentDescription proposed(ContributionDetails offer) {
        ContributionContent said = offer.content();
        return new DocumentDescription(
                said.title(),
                said.description(),
                said.kind(),
                said.topics(),
                said.marking(),
                said.handling(),
                said.audienceWish().isEmpty() ? Audience.ofEveryone() : Audience.ofAgencies(offer.agency()),
                Dates.today().plusYears(1));
    }

    private Component version(ContributionDetails offer) {
        note.setValue(offer.content().note());
        kept = KeepTyped.keepOver(this, "take-up-%s-%d".formatted(offer.id(), offer.version()), note);
        UUID document = java.util.Objects.requireNonNull(offer.versionOf());
        return new FormColumn(
                note,
                buttons(
                        offer,
                        "Make it the current version",
                        () -> attempt(
                                () -> {
                                    services.desk()
                                            .accept(offer.id(), offer.version(), note.getValue(), services.reader());
                                    return document;
                                },
                                refused -> note)));
    }

    private static Buttons buttons(ContributionDetails offer, String label, Runnable action) {
        return new Buttons(
                new PrimaryButton(label, action), LinkButton.secondary(ContributionPage.of(offer.id()), "Go back"));
    }

    private interface FieldOf {
        Focusable<?> of(InvalidDocument refused);
    }

    private void attempt(Supplier<UUID> step, FieldOf fields) {
        UI ui = UI.getCurrent();
        errors.show(List.of());
        try {
            UUID document = step.get();
            if (kept != null) {
                kept.forget();
            }
            // Shared with a group that this editor is not in, it is out of their sight
            boolean still =
                    services.documents().find(document, services.reader()).isPresent();
            ui.navigate(still ? DocumentAddress.page(document) : ContributionPage.LIST);
            Notices.on(ui).good("Published. Its author is told.");
        } catch (InvalidDocument refused) {
            errors.show(List.of(new ErrorSummary.Fault(refused.getMessage(), fields.of(refused))));
        } catch (ContributionChangedMeanwhile other) {
            Notices.on(ui).bad(other.getMessage() + ".");
        }
    }

    private Focusable<?> field(InvalidDocument refused, DescriptionFields fields, TermFields term) {
        if (refused.field().equals("title")) {
            return title;
        }
        Component there = term.field(refused.field());
        Component field = there == null ? fields.field(refused.field()) : there;
        return field instanceof Focusable<?> focusable ? focusable : description;
    }
}
