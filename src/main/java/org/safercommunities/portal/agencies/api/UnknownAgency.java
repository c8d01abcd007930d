package org.safercommunities.portal.agencies.api;

/** There is no agency of that id. */
class UnknownAgency extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
