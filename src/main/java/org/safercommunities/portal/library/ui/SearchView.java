package org.safercommunities.portal.library.ui;

import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.search.Search;
import org.safercommunities.portal.shared.Contact;
import org.safercommunities.portal.shared.ui.PageHeader;

/** What the search box of the band leads to: everything there is, of whatever sort. */
@Route("search")
@PageTitle("Search")
@PermitAll
class SearchView extends FindPage {

    SearchView(
            Search search,
            LibraryWords words,
            CurrentReader currentReader,
            Contact contact,
            FindShelf.Services shelves) {
        super(new PageHeader("Search"), search, words, currentReader, contact, shelves, null, "search");
    }
}
