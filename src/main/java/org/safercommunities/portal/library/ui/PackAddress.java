package org.safercommunities.portal.library.ui;

import java.util.UUID;

/** Where the pages of the portal find packs. */
final class PackAddress {

    static final String LIST = "library/collections";
    static final String NEW = "library/collections/new";

    private PackAddress() {}

    static String page(UUID id) {
        return LIST + "/" + id;
    }

    static String edit(UUID id) {
        return page(id) + "/edit";
    }

    static String zip(UUID id) {
        return "files/collections/%s.zip".formatted(id);
    }

    /** @param changed so that a new cover is fetched and no old one shown */
    static String cover(UUID id, int width, java.time.Instant changed) {
        return "files/collections/%s/cover?width=%d&at=%d".formatted(id, width, changed.toEpochMilli());
    }

    static String document(UUID pack, UUID member) {
        return "files/collections/%s/members/%s".formatted(pack, member);
    }
}
