package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.safercommunities.portal.agencies.AccessRequestState;
import org.safercommunities.portal.agencies.AccessRequestSummary;
import org.safercommunities.portal.agencies.AccessRequests;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.StateChip;

/** Who asked to be let in: those that wait first, then what became of the others. */
@Route(AccessRequestsView.PATH)
@PageTitle("Access requests")
@Menu(title = "Access requests", order = 340, icon = "user-plus")
@RolesAllowed("ADMINISTRATOR")
class AccessRequestsView extends Div {

    static final String PATH = "admin/requests";
    private static final int AT_MOST = 200;

    AccessRequestsView(AccessRequests requests, CurrentReader currentReader) {
        List<AccessRequestSummary> open = requests.open(AT_MOST, currentReader.get());
        List<AccessRequestSummary> answered = requests.answered(AT_MOST, currentReader.get());
        add(new PageHeader("Access requests")
                .lead("People whose agency the portal does not know. Each of them gets your answer by mail."));
        add(new PageSection("Waiting for an answer", waiting(open)));
        if (!answered.isEmpty()) {
            add(new PageSection(
                    "Answered",
                    new Rows(answered.stream().map(AccessRequestsView::row).toList())));
        }
    }

    private static Component waiting(List<AccessRequestSummary> open) {
        return open.isEmpty()
                ? new EmptyState(
                        Icon.INBOX, "Nobody is waiting", "New requests appear here, with a number in the menu.")
                : new Rows(open.stream().map(AccessRequestsView::row).toList()).onSheet();
    }

    private static Row row(AccessRequestSummary request) {
        Row row = Row.linked(request.name(), PATH + "/" + request.id())
                .facts(request.organisation(), request.email(), Dates.moment(request.asked()));
        if (request.state() == AccessRequestState.ACCEPTED) {
            row.chips(StateChip.good("Let in"));
        } else if (request.state() == AccessRequestState.DECLINED) {
            row.chips(StateChip.info("Declined"));
        }
        return row;
    }
}
