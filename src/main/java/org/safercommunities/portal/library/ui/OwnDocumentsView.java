package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.library.OwnedDocuments;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;

/** What somebody answers for; a coordinator hands a document on to a colleague. */
@Route(OwnDocumentsView.PATH)
@PageTitle("Documents you answer for")
@StyleSheet("library.css")
@PermitAll
class OwnDocumentsView extends Div {

    static final String PATH = "library/mine";

    private final OwnedDocuments owned;
    private final LibraryWords words;
    private final CurrentReader currentReader;
    private final Div list = new Div();

    OwnDocumentsView(OwnedDocuments owned, LibraryWords words, CurrentReader currentReader) {
        this.owned = owned;
        this.words = words;
        this.currentReader = currentReader;
        add(
                new PageHeader("Documents you answer for")
                        .crumb("Library", "library")
                        .lead("You are asked whether they still hold when their review is due."),
                list);
        show();
    }

    private void show() {
        list.removeAll();
        Reader reader = currentReader.get();
        List<DocumentCard> mine = owned.mine(reader);
        if (mine.isEmpty()) {
            list.add(new EmptyState(
                            Icon.FILE_TEXT,
                            "You answer for no document",
                            "Documents that you put in, or that a colleague hands on to you, stand here.")
                    .actions(LinkButton.secondary("library", "Go to the library")));
            return;
        }
        LibraryWords.Names names = words.names();
        list.add(new Rows(mine.stream().map(card -> row(card, names, reader)).toList()).onSheet());
    }

    private Row row(DocumentCard card, LibraryWords.Names names, Reader reader) {
        List<String> facts = new ArrayList<>(List.of(names.kind(card.kind()), names.agency(card.agency())));
        facts.add(review(card.reviewOn()));
        Row row = Row.linked(card.title(), "library/" + card.id())
                .icon(Icon.FILE_TEXT)
                .facts(facts.toArray(String[]::new));
        if (reader.is(Role.EDITOR)) {
            row.lowAction(LinkButton.quiet("library/%s/edit".formatted(card.id()), "Change")
                    .with(Icon.PENCIL));
        } else if (reader.is(Role.COORDINATOR)) {
            QuietButton hand = new QuietButton("Hand on …", () -> handOn(card));
            hand.setAriaLabel("Hand on “%s” …".formatted(card.title()));
            row.lowAction(hand);
        }
        return row;
    }

    private static String review(@Nullable LocalDate on) {
        if (on == null) {
            return "No review planned";
        }
        return (on.isAfter(Dates.today()) ? "Review by " : "Review due since ") + Dates.brief(on);
    }

    private void handOn(DocumentCard card) {
        new HandOnDialog(card.title(), owned, currentReader, chosen -> {
                    owned.handOn(card.id(), chosen.email(), currentReader.get());
                    Notices.on(UI.getCurrent()).good("%s answers for it now.".formatted(chosen.name()));
                    show();
                })
                .open();
    }
}
