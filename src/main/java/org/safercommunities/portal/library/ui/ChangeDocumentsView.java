package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.catalogue.BulkEdit;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.PageHeader;

/** Several documents, chosen in the library or at its desk, changed alike. */
@Route("library/change")
@PageTitle("Change several documents")
@StyleSheet("library.css")
@RolesAllowed("EDITOR")
class ChangeDocumentsView extends Div {

    ChangeDocumentsView(
            BulkEdit edit,
            ChosenDocuments chosen,
            Documents documents,
            DescriptionChoices choices,
            PersonList people,
            LibraryWords words,
            CurrentReader currentReader) {
        add(new PageHeader("Change several documents")
                .crumb("Library", "library")
                .lead(
                        "Say what is to become of them, and look at it before it is done. Each is changed for itself: one that"
                                + " cannot be is told of, and the rest is done."));
        List<DocumentCard> cards = inOrder(chosen.ids(), documents.cards(chosen.ids(), currentReader.get()));
        if (cards.isEmpty()) {
            add(new EmptyState(
                            Icon.FILE_PEN,
                            "No documents are chosen",
                            "Press “Choose several” above a list of documents, tick some, and come back from there.")
                    .actions(
                            LinkButton.secondary("library", "Library").with(Icon.LIBRARY),
                            LinkButton.secondary("library/desk", "Library desk").with(Icon.CLIPBOARD_LIST)));
            return;
        }
        BulkFields fields = new BulkFields(choices, people, currentReader.get().groupIds());
        ChosenList list = new ChosenList(cards, words.names());
        ChangePanel panel = new ChangePanel(edit, chosen, list, fields, currentReader);
        list.whenTakenOut(id -> {
            chosen.takeOut(id);
            panel.showCount();
        });
        add(panel);
    }

    /** Those that are not there for this person any more are left out. */
    private static List<DocumentCard> inOrder(List<UUID> ids, List<DocumentCard> cards) {
        Map<UUID, DocumentCard> byId = cards.stream().collect(Collectors.toMap(DocumentCard::id, Function.identity()));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }
}
