package org.safercommunities.portal.agencies.providers;

import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.springframework.stereotype.Component;

/** What agencies' providers are called in Keycloak: like the agency, and with a number behind it where that is taken. */
@Component
class ProviderAliases {

    private static final int LONGEST_ALIAS = 76;

    private final Agencies agencies;
    private final SignInRows rows;

    ProviderAliases(Agencies agencies, SignInRows rows) {
        this.agencies = agencies;
        this.rows = rows;
    }

    /**
     * Of the provider that an agency has on trial, or would get next: the one on trial keeps its alias when it is changed; beside one
     * that is in use there is another.
     */
    String next(String slug) {
        String live = agencies.find(slug).map(AgencySummary::identityProvider).orElse(null);
        String present = rows.find(slug).map(row -> row.state().alias()).orElse(null);
        if (present != null && !present.equals(live)) {
            return present;
        }
        String alias = of(slug);
        for (int number = 2; rows.isTaken(alias, slug); number++) {
            alias = of(slug) + "-" + number;
        }
        return alias;
    }

    private static String of(String slug) {
        return slug.length() > LONGEST_ALIAS ? slug.substring(0, LONGEST_ALIAS) : slug;
    }
}
