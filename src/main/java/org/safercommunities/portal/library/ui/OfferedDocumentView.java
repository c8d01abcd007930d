package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import org.safercommunities.portal.library.VersionSummary;
import org.safercommunities.portal.library.WhoMaySeeDocument;
import org.safercommunities.portal.library.contributions.ContributionDetails;
import org.safercommunities.portal.library.contributions.ContributionState;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.FactsLine;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.IdInAddress;
import org.safercommunities.portal.shared.ui.MarkingChip;
import org.safercommunities.portal.shared.ui.PageColumns;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;

/** One offered document: what it is, what became of it, and what can be done with it now. */
@Route("library/offers/:offer")
@StyleSheet("library.css")
@PermitAll
class OfferedDocumentView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final ContributionServices services;
    private String title = "Offered document";

    OfferedDocumentView(ContributionServices services) {
        this.services = services;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = IdInAddress.of(event, "offer").orElseThrow(NotFoundException::new);
        show(services.reading().find(id, services.reader()).orElseThrow(NotFoundException::new));
    }

    private void show(ContributionDetails offer) {
        removeAll();
        title = offer.title();
        LibraryWords.Names names = services.words().names();
        add(header(offer, names));
        Div notes = new Div();
        notes.addClassNames("sc-stack", "sc-offer-notes");
        ContributionNotes.of(services, offer).forEach(notes::add);
        if (notes.getComponentCount() > 0) {
            add(notes);
        }
        Div main = new Div(
                preview(services, offer),
                new PageSection("What is said of it", ContributionFacts.of(services, offer, names)));
        add(PageColumns.actionsFirst(
                new ContributionActions(services, offer, this::again), main, ContributionFacts.steps(services, offer)));
    }

    private PageHeader header(ContributionDetails offer, LibraryWords.Names names) {
        PageHeader header = new PageHeader(title)
                .crumb("Library", "library")
                .crumb("Offers", ContributionPage.LIST)
                .facts(
                        ContributionWords.state(offer),
                        MarkingChip.of(offer.content().marking().label()),
                        new FactsLine(
                                offer.isNewerVersion()
                                        ? "Newer version"
                                        : names.kind(offer.content().kind()),
                                offer.agencyName(),
                                ContributionWords.when(offer)));
        String description = offer.content().description();
        return description.isEmpty() ? header : header.lead(description);
    }

    /** As far as its file can be had: of a published one the library has it. */
    static Component preview(ContributionServices services, ContributionDetails offer) {
        VersionSummary file = offer.file();
        if (offer.state() == ContributionState.PUBLISHED) {
            return new Paragraph();
        }
        if (file == null) {
            return new EmptyState(Icon.FILE, "No file yet", "It is sent with a file only.");
        }
        if (WhoMaySeeDocument.needsProof(offer.content().marking(), services.reader())) {
            return new ProofPanel("library/offers/" + offer.id());
        }
        return Preview.of(
                ContributionPage.inline(offer.id()),
                page -> ContributionPage.picture(offer.id(), page),
                file,
                offer.title(),
                services.words(),
                () -> services.reading().text(offer.id(), services.reader()).orElse(""));
    }

    private void again(UUID id) {
        services.reading()
                .find(id, services.reader())
                .ifPresentOrElse(this::show, () -> UI.getCurrent().navigate(ContributionPage.LIST));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
