package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.search.Search;
import org.safercommunities.portal.shared.Contact;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.PageHeader;

/** Every document that this person may see. */
@Route("library")
@PageTitle("Library")
@Menu(title = "Library", order = 20, icon = "library")
@PermitAll
class LibraryView extends FindPage {

    LibraryView(
            Search search,
            LibraryWords words,
            CurrentReader currentReader,
            Contact contact,
            FindShelf.Services shelves,
            Choosing.Services choosing) {
        super(header(currentReader), search, words, currentReader, contact, shelves, choosing.forEditor(), "library");
        if (!currentReader.get().maySeeSensitive()) {
            addComponentAtIndex(1, NotSignedPage.callout(contact));
        }
    }

    private static PageHeader header(CurrentReader currentReader) {
        PageHeader header = new PageHeader("Library");
        Component following = LinkButton.quiet("following", "What I follow").with(Icon.BELL);
        Component packs = LinkButton.secondary(PackAddress.LIST, "Packs").with(Icon.LAYERS);
        if (!currentReader.get().is(Role.EDITOR)) {
            return header.actions(
                    following,
                    LinkButton.quiet(ContributionPage.LIST, "Your offers").with(Icon.INBOX),
                    packs,
                    LinkButton.secondary(ContributionPage.NEW, "Offer a document")
                            .with(Icon.FILE_PLUS));
        }
        Component add = LinkButton.secondary("library/add", "Add documents").with(Icon.CLOUD_UPLOAD);
        return header.actions(
                LinkButton.quiet("library/desk", "Library desk").with(Icon.CLIPBOARD_LIST), following, packs, add);
    }
}
