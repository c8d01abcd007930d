package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.MarkingChip;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** What editors have put in and not published yet. */
@Route("library/drafts")
@PageTitle("Drafts")
@StyleSheet("library.css")
@RolesAllowed("EDITOR")
class DraftsView extends Div {

    private static final int PAGE = 50;

    private final Documents documents;
    private final Library library;
    private final LibraryWords words;
    private final CurrentReader currentReader;
    private final LiveText count = new LiveText("");
    private final Div list = new Div();
    private int shown = PAGE;

    DraftsView(Documents documents, Library library, LibraryWords words, CurrentReader currentReader) {
        this.documents = documents;
        this.library = library;
        this.words = words;
        this.currentReader = currentReader;
        add(
                new PageHeader("Drafts")
                        .crumb("Library", "library")
                        .lead("Only editors see these. Nothing here can be found by others until it is published.")
                        .actions(LinkButton.secondary("library/add", "Add documents")
                                .with(Icon.CLOUD_UPLOAD)),
                count,
                list);
        show();
    }

    private void show() {
        list.removeAll();
        int all = documents.countDrafts(currentReader.get());
        List<DocumentCard> drafts = documents.drafts(0, shown, currentReader.get());
        count.setText(all == 1 ? "1 draft" : "%d drafts".formatted(all));
        if (drafts.isEmpty()) {
            list.add(new EmptyState(Icon.FILE_PEN, "No drafts", "Files you add and do not publish are kept here.")
                    .actions(LinkButton.secondary("library/add", "Add documents")));
            return;
        }
        LibraryWords.Names names = words.names();
        list.add(new Rows(drafts.stream().map(draft -> row(draft, names)).toList()));
        if (all > drafts.size()) {
            list.add(new SecondaryButton("Show more", () -> {
                shown += PAGE;
                show();
            }));
        }
    }

    private static SecondaryButton publishButton(String title, Runnable action) {
        SecondaryButton button = new SecondaryButton("Publish", action);
        button.setAriaLabel("Publish “%s”".formatted(title));
        return button;
    }

    private Row row(DocumentCard draft, LibraryWords.Names names) {
        return Row.linked(draft.title(), DocumentAddress.page(draft.id()))
                .icon(words.icon(draft.mediaType()))
                .facts(
                        names.kind(draft.kind()),
                        words.format(draft.mediaType(), draft.pages()),
                        "Added " + Dates.brief(draft.when()))
                .chips(MarkingChip.of(draft.marking().label()))
                .wideAction(publishButton(draft.title(), () -> {
                    library.publish(draft.id(), currentReader.get());
                    show();
                    Notices.on(UI.getCurrent()).good("“%s” is published.".formatted(draft.title()));
                }));
    }
}
