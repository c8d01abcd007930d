package org.safercommunities.portal.shared;

/** Where the portal is, as it was configured: with a slash at its end or without. */
public final class PortalAddress {

    private PortalAddress() {}

    /** With a slash at the end, so that paths can follow. */
    public static String withSlash(String portal) {
        return portal.endsWith("/") ? portal : portal + "/";
    }
}
