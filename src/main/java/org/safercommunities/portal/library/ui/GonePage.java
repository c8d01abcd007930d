package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.html.Div;
import java.util.UUID;
import org.safercommunities.portal.library.GoneDocument;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.PageHeader;

/** The place of a document that was withdrawn or has expired: says so, why, and what to use instead. */
class GonePage extends Div {

    GonePage(GoneDocument gone) {
        EmptyState state = gone.withdrawn()
                ? new EmptyState(
                        Icon.FILE_X,
                        "This document was withdrawn",
                        "On %s. The reason: %s".formatted(Dates.full(gone.at()), gone.reason()))
                : new EmptyState(
                        Icon.CLOCK,
                        "This document has expired",
                        "It was there until %s.".formatted(Dates.moment(gone.at())));
        UUID instead = gone.replacedBy();
        state.actions(
                instead == null
                        ? LinkButton.secondary("library", "Search the library").with(Icon.SEARCH)
                        : LinkButton.primary(DocumentAddress.page(instead), "Use this document instead"));
        add(new PageHeader(gone.title()).crumb("Library", "library"), state);
    }
}
