package org.safercommunities.portal.agencies;

/** Whether a request for access has been answered, and how. */
public enum AccessRequestState {
    OPEN,
    ACCEPTED,
    DECLINED
}
