package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.DocumentDetails;
import org.safercommunities.portal.library.DocumentLife;
import org.safercommunities.portal.library.DocumentState;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.contributions.Contributors;
import org.safercommunities.portal.search.Search;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.DangerButton;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** What editors, and the owner, can do with a document. */
@SpringComponent
class DocumentActions {

    private final Documents documents;
    private final Library library;
    private final Publishing publishing;
    private final DocumentLife life;
    private final Search search;
    private final Contributors contributors;
    private final CurrentReader currentReader;

    DocumentActions(
            Documents documents,
            Library library,
            Publishing publishing,
            DocumentLife life,
            Search search,
            Contributors contributors,
            CurrentReader currentReader) {
        this.documents = documents;
        this.library = library;
        this.publishing = publishing;
        this.life = life;
        this.search = search;
        this.contributors = contributors;
        this.currentReader = currentReader;
    }

    /** Empty when there is nothing that this person can do. */
    Optional<Component> of(DocumentDetails document, Reader reader) {
        boolean editor = document.mayChange();
        boolean owner = document.owner().equals(reader.personId());
        Div actions = new Div();
        actions.addClassName("sc-document-aside");
        if (document.state() == DocumentState.PUBLISHED && contributors.isOne(document.id(), reader)) {
            actions.add(LinkButton.secondary(ContributionPage.newerVersion(document.id()), "Offer a newer version")
                    .with(Icon.FILE_PLUS));
        }
        if ((editor || owner) && isToBeReviewed(document)) {
            actions.add(new SecondaryButton("It still holds …", Icon.CHECK, () -> review(document)));
        }
        if (owner) {
            actions.add(LinkButton.quiet(OwnDocumentsView.PATH, "Documents you answer for"));
        }
        if (editor) {
            if (document.state() == DocumentState.DRAFT
                    && !document.current().scan().state().isRefused()) {
                actions.add(new PrimaryButton("Publish", () -> publish(document)));
            }
            if (document.state() == DocumentState.WITHDRAWN) {
                actions.add(new PrimaryButton("Put it back", () -> putBack(document)));
            }
            Buttons buttons = new Buttons(LinkButton.secondary("library/%s/edit".formatted(document.id()), "Change")
                    .with(Icon.PENCIL));
            if (document.state() == DocumentState.PUBLISHED) {
                buttons.add(new SecondaryButton("Withdraw …", () -> withdraw(document)));
            }
            buttons.add(new DangerButton("Remove", () -> remove(document)));
            actions.add(buttons);
        }
        return actions.getComponentCount() == 0 ? Optional.empty() : Optional.of(actions);
    }

    private static boolean isToBeReviewed(DocumentDetails document) {
        var reviewOn = document.description().reviewOn();
        return document.state() == DocumentState.PUBLISHED
                && reviewOn != null
                && !reviewOn.isAfter(Dates.today().plusDays(14));
    }

    private void review(DocumentDetails document) {
        new ReviewedDialog(document.description().title(), next -> {
                    life.reviewed(document.id(), next, currentReader.get());
                    reload(document.id(), "Noted. Nobody is asked again until then.");
                })
                .open();
    }

    private void publish(DocumentDetails document) {
        var from = document.term().visibleFrom();
        String done = from == null || from.isBefore(java.time.Instant.now())
                ? "Published. Its readers find it within a few seconds."
                : "Published. Its readers find it from %s on.".formatted(Dates.moment(from));
        publishing.publish(document.id(), document.description().title(), () -> reload(document.id(), done));
    }

    private void putBack(DocumentDetails document) {
        life.reinstate(document.id(), currentReader.get());
        reload(document.id(), "It is back. Its readers find it within a few seconds.");
    }

    private void withdraw(DocumentDetails document) {
        new WithdrawDialog(document.id(), document.description().title(), search, currentReader, (reason, instead) -> {
                    life.withdraw(document.id(), reason, instead, currentReader.get());
                    reload(document.id(), "Withdrawn. Its readers are told why.");
                })
                .open();
    }

    private void remove(DocumentDetails document) {
        String title = document.description().title();
        ConfirmQuestion.askDanger(
                "Remove “%s”?".formatted(title),
                "Nobody will see it any more, and links to it lead nowhere. Who put it in and who downloaded it stays in the audit"
                        + " trail. To tell its readers why, withdraw it instead.",
                "Remove",
                () -> {
                    library.remove(document.id(), currentReader.get());
                    UI.getCurrent().navigate("library");
                    Notices.on(UI.getCurrent()).good("“%s” has been removed.".formatted(title));
                });
    }

    /** Shows the page anew, or the library when it is out of this editor's own sight now. */
    void reload(UUID id, String done) {
        boolean still = documents.find(id, currentReader.get()).isPresent();
        UI ui = UI.getCurrent();
        ui.navigate(still ? DocumentAddress.page(id) : "library");
        if (still) {
            ui.refreshCurrentRoute(false);
        }
        Notices.on(ui).good(done);
    }
}
