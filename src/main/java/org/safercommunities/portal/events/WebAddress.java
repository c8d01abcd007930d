package org.safercommunities.portal.events;

import java.net.URI;
import java.net.URISyntaxException;

/** What may stand behind a link that an editor typed: an https address and nothing that runs. */
final class WebAddress {

    private static final int LONGEST = 1000;

    private WebAddress() {}

    static boolean isSecure(String address) {
        try {
            URI uri = new URI(address);
            return address.length() <= LONGEST
                    && "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
