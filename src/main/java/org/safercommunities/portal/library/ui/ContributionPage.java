package org.safercommunities.portal.library.ui;

import java.util.UUID;

/** Where offered documents, their bytes and pictures of their pages are to be seen. */
final class ContributionPage {

    static final String LIST = "library/offers";
    static final String NEW = "library/offer";
    static final String VERSION_OF = "version-of";
    private static final int PAGE_WIDTH = 1400;

    private ContributionPage() {}

    static String of(UUID offer) {
        return LIST + "/" + offer;
    }

    static String edit(UUID offer) {
        return of(offer) + "/edit";
    }

    static String takeUp(UUID offer) {
        return of(offer) + "/take-up";
    }

    static String newerVersion(UUID document) {
        return "%s?%s=%s".formatted(NEW, VERSION_OF, document);
    }

    static String download(UUID offer) {
        return "files/document-offers/%s/content".formatted(offer);
    }

    static String inline(UUID offer) {
        return "files/document-offers/%s/inline".formatted(offer);
    }

    static String picture(UUID offer, int page) {
        return "files/document-offers/%s/pages/%d?width=%d".formatted(offer, page, PAGE_WIDTH);
    }
}
