package org.safercommunities.portal.agencies.providers;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a wish has come to, once what it names has been read. */
record ReadProvider(
        ProviderKind kind,
        String address,
        ProviderFacts facts,
        String clientId,
        SamlNames names,
        @Nullable String secret) {

    static ReadProvider none() {
        return new ReadProvider(
                ProviderKind.PORTAL, "", new ProviderFacts("", Map.of(), null), "", SamlNames.PLAIN, null);
    }
}
