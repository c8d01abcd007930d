package org.safercommunities.portal.library.ui;

import java.util.UUID;

/** Where the pages of the portal find a document's bytes and pictures. */
final class DocumentAddress {

    private static final int THUMBNAIL_WIDTH = 208;
    private static final int PAGE_WIDTH = 1400;

    private DocumentAddress() {}

    static String page(UUID id) {
        return "library/" + id;
    }

    /** One version, whatever the current one is. */
    static String page(UUID id, int version) {
        return "library/%s/versions/%d".formatted(id, version);
    }

    /** Always the current version. */
    static String download(UUID id) {
        return "files/documents/%s/content".formatted(id);
    }

    static String download(UUID id, int version) {
        return "files/documents/%s/content?version=%d".formatted(id, version);
    }

    static String inline(UUID id, int version) {
        return "files/documents/%s/inline?version=%d".formatted(id, version);
    }

    static String captions(UUID id, int version, String language) {
        return "files/documents/%s/captions/%d/%s".formatted(id, version, language);
    }

    static String thumbnail(UUID id, String version) {
        return "files/documents/%s/pages/1?version=%s&width=%d".formatted(id, version, THUMBNAIL_WIDTH);
    }

    static String picture(UUID id, int version, int page) {
        return "files/documents/%s/pages/%d?version=%d&width=%d".formatted(id, page, version, PAGE_WIDTH);
    }
}
