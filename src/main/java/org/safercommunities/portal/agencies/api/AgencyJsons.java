package org.safercommunities.portal.agencies.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.providers.AgencyContact;
import org.safercommunities.portal.agencies.providers.AgencyOnboarding;
import org.safercommunities.portal.agencies.providers.AgencySignIn;
import org.safercommunities.portal.agencies.providers.ProviderAddresses;
import org.springframework.stereotype.Component;

/** Agencies as the API gives them. */
@Component
class AgencyJsons {

    private final AgencyOnboarding onboarding;

    AgencyJsons(AgencyOnboarding onboarding) {
        this.onboarding = onboarding;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Listed(
            String id,
            String name,
            List<String> domains,
            boolean active,
            @Nullable String mergedInto,
            @Nullable String provider) {

        static Listed of(AgencySummary agency) {
            return new Listed(
                    agency.slug(),
                    agency.name(),
                    agency.domains().stream().sorted().toList(),
                    agency.active(),
                    agency.mergedInto(),
                    agency.identityProvider());
        }
    }

    /**
     * @param provider the one in use
     * @param signIn the one in use, or the one that is to take its place
     * @param forItsIt what the agency's IT enters for the next or present one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Full(
            String id,
            String name,
            List<String> domains,
            boolean active,
            @Nullable String mergedInto,
            @Nullable String provider,
            @Nullable AgencyContact contact,
            @Nullable SignIn signIn,
            ProviderAddresses forItsIt) {}

    /** @param state live, to-be-tried, tried, needs-secret or waiting-for-keycloak */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SignIn(
            String kind,
            String state,
            @Nullable String alias,
            String address,
            String identity,
            String clientId,
            @Nullable Instant keysUntil,
            @Nullable Instant triedAt,
            List<String> faults,
            @Nullable String trouble) {

        static SignIn of(AgencySignIn state) {
            return new SignIn(
                    state.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    state.state(),
                    state.alias(),
                    state.address(),
                    state.identity(),
                    state.clientId(),
                    state.keysUntil(),
                    state.triedAt(),
                    state.faults(),
                    state.trouble());
        }
    }

    Full of(AgencySummary agency, Reader by) {
        Listed listed = Listed.of(agency);
        return new Full(
                listed.id(),
                listed.name(),
                listed.domains(),
                listed.active(),
                listed.mergedInto(),
                listed.provider(),
                onboarding.contact(agency.slug(), by).orElse(null),
                onboarding.find(agency.slug(), by).map(SignIn::of).orElse(null),
                onboarding.addresses(agency.slug()));
    }
}
