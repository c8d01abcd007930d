package org.safercommunities.portal.agencies.signin;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Identity;
import org.springframework.security.oauth2.core.ClaimAccessor;

/** Reads an {@link Identity} from the claims of a token. */
final class Identities {

    private Identities() {}

    static Identity of(ClaimAccessor token) {
        String email = text(token, "email");
        String name = text(token, "name");
        String provider = token.getClaimAsString("identity_provider");
        return new Identity(
                text(token, "sub"),
                provider == null || provider.isBlank() ? null : provider,
                organizations(token.getClaim("organization")),
                email,
                name.isBlank() ? email : name);
    }

    private static String text(ClaimAccessor token, String claim) {
        String value = token.getClaimAsString(claim);
        return value == null ? "" : value;
    }

    /** Keycloak writes the aliases as an array, or as the keys of an object when more is said about each. */
    private static Set<String> organizations(@Nullable Object claim) {
        Set<String> aliases = new LinkedHashSet<>();
        if (claim instanceof Collection<?> list) {
            list.forEach(alias -> aliases.add(String.valueOf(alias)));
        } else if (claim instanceof Map<?, ?> object) {
            object.keySet().forEach(alias -> aliases.add(String.valueOf(alias)));
        } else if (claim instanceof String alias) {
            aliases.add(alias);
        }
        return aliases;
    }
}
