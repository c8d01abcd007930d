package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.contributions.ContributionDetails;
import org.safercommunities.portal.library.contributions.ContributionReading.Which;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.GrowingRows;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.MarkingChip;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.Row;

/** The documents that one offered; for coordinators those of their agency; for editors first what waits for them. */
@Route("library/offers")
@PageTitle("Offered documents")
@StyleSheet("library.css")
@PermitAll
class OfferedDocumentsView extends Div {

    private final ContributionServices services;

    OfferedDocumentsView(ContributionServices services) {
        this.services = services;
        Reader reader = services.reader();
        boolean editor = reader.is(Role.EDITOR);
        boolean coordinator = reader.is(Role.COORDINATOR);
        PageHeader header = new PageHeader("Offered documents").crumb("Library", "library");
        if (editor) {
            header.crumb("Library desk", "library/desk");
        }
        add(header.lead("Templates, case studies and leaflets from agencies, and what became of them.")
                .actions(LinkButton.primary(ContributionPage.NEW, "Offer a document")
                        .with(Icon.PLUS)));
        if (editor) {
            section(Which.WAITING, "Waiting for the team", "Nothing waits. What practitioners offer stands here.");
        }
        int own = services.reading().count(Which.OWN, reader);
        if (own > 0) {
            section(Which.OWN, "Yours", "");
        } else if (!editor && !coordinator) {
            add(new EmptyState(
                            Icon.LIBRARY,
                            "Nothing offered yet",
                            "What you offer for the library stands here, and what became of it.")
                    .actions(LinkButton.secondary(ContributionPage.NEW, "Offer a document")));
        }
        if (coordinator) {
            section(
                    Which.AGENCY,
                    "Others of " + services.agency(),
                    "Nobody else of your agency has offered anything yet.");
        }
        if (editor && services.reading().count(Which.DECIDED, reader) > 0) {
            section(Which.DECIDED, "Decided", "");
        }
    }

    private void section(Which which, String heading, String whenEmpty) {
        int count = services.reading().count(which, services.reader());
        if (count == 0) {
            Paragraph nothing = new Paragraph(whenEmpty);
            nothing.addClassName("sc-muted");
            add(new PageSection(heading, nothing));
            return;
        }
        LibraryWords.Names names = services.words().names();
        add(new PageSection(
                "%s (%d)".formatted(heading, count),
                new GrowingRows(count, (offset, limit) -> rows(which, offset, limit, names))));
    }

    private List<Row> rows(Which which, int offset, int limit, LibraryWords.Names names) {
        List<ContributionDetails> offers = services.reading().list(which, offset, limit, services.reader());
        Map<UUID, String> authors = which == Which.OWN
                ? Map.of()
                : services.names(
                        offers.stream().map(ContributionDetails::author).collect(Collectors.toSet()));
        return offers.stream().map(offer -> row(offer, authors, names)).toList();
    }

    private Row row(ContributionDetails offer, Map<UUID, String> authors, LibraryWords.Names names) {
        String reason = offer.reason();
        var file = offer.file();
        return Row.linked(offer.title(), ContributionPage.of(offer.id()))
                .icon(file == null ? Icon.FILE : services.words().icon(file.mediaType()))
                .facts(
                        offer.isNewerVersion()
                                ? "Newer version"
                                : names.kind(offer.content().kind()),
                        offer.agencyName(),
                        authors.containsKey(offer.author()) ? "by " + authors.get(offer.author()) : "",
                        ContributionWords.when(offer),
                        reason == null ? "" : "Reason: " + reason)
                .chips(
                        ContributionWords.state(offer),
                        MarkingChip.of(offer.content().marking().label()));
    }
}
