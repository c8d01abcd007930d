package org.safercommunities.portal.events.ui;

import java.util.UUID;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;

/** Fetches the certificate of a booking, for pages that know that there is one. */
final class CertificateLink {

    private static final String LABEL = "Certificate of attendance";

    private CertificateLink() {}

    /** @param whose of which event or person, where the page has several */
    static LinkButton of(UUID booking, String whose) {
        LinkButton link =
                LinkButton.quiet(EventAddress.certificate(booking), LABEL).with(Icon.DOWNLOAD);
        if (!whose.isEmpty()) {
            link.setAriaLabel(LABEL + ": " + whose);
        }
        LinkButton.fetched(link);
        return link;
    }

    static LinkButton own(UUID booking) {
        LinkButton link =
                LinkButton.secondary(EventAddress.certificate(booking), LABEL).with(Icon.DOWNLOAD);
        LinkButton.fetched(link);
        return link;
    }
}
