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

    LibraryView(Search search, LibraryWords words, CurrentReader currentReader, Contact contact) {
        super(header(currentReader), search, words, currentReader, contact, "library");
    }

    private static PageHeader header(CurrentReader currentReader) {
        PageHeader header = new PageHeader("Library");
        if (currentReader.get().is(Role.EDITOR)) {
            Component add = LinkButton.secondary("library/add", "Add documents").with(Icon.CLOUD_UPLOAD);
            header.actions(
                    LinkButton.quiet(ContributionPage.LIST, "Offered documents").with(Icon.INBOX),
                    LinkButton.quiet("library/desk", "Library desk").with(Icon.CLIPBOARD_LIST),
                    add);
        } else {
            header.actions(
                    LinkButton.quiet(ContributionPage.LIST, "Your offers").with(Icon.INBOX),
                    LinkButton.secondary(ContributionPage.NEW, "Offer a document")
                            .with(Icon.FILE_PLUS));
        }
        return header;
    }
}
