package org.safercommunities.portal.agencies.api;

/** There is no group of that id. */
class UnknownGroup extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
