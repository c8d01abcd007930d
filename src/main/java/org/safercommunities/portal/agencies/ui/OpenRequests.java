package org.safercommunities.portal.agencies.ui;

import org.safercommunities.portal.agencies.AccessRequests;
import org.safercommunities.portal.shared.WaitingCount;
import org.springframework.stereotype.Component;

/** The number beside “Access requests” in the navigation. */
@Component
class OpenRequests implements WaitingCount {

    private final AccessRequests requests;

    OpenRequests(AccessRequests requests) {
        this.requests = requests;
    }

    @Override
    public String path() {
        return AccessRequestsView.PATH;
    }

    @Override
    public int count() {
        return requests.countOpen();
    }

    @Override
    public String inWords(int count) {
        return count == 1 ? "1 request to answer" : count + " requests to answer";
    }
}
