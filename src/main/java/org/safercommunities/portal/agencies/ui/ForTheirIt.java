package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.html.Code;
import org.safercommunities.portal.agencies.providers.ProviderAddresses;
import org.safercommunities.portal.shared.ui.Facts;

/** What an agency's IT enters at its own side. */
class ForTheirIt extends Facts {

    ForTheirIt(ProviderAddresses addresses, boolean saml) {
        if (saml) {
            fact("Metadata of the portal", address(addresses.metadata()));
            fact("Entity ID", address(addresses.entityId()));
            fact("Where it posts to", address(addresses.redirect()));
        } else {
            fact("Redirect address", address(addresses.redirect()));
            fact("Scopes", address("openid profile email"));
        }
    }

    private static Code address(String text) {
        Code code = new Code(text);
        code.addClassName("sc-address");
        return code;
    }
}
