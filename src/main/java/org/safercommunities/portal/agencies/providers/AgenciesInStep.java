package org.safercommunities.portal.agencies.providers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.AccountsUnavailable;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencyChanged;
import org.safercommunities.portal.agencies.AgencySummary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps Keycloak in step with what the portal knows of agencies. The two share no transaction: what is to be done is noted with
 * each change, done at once where somebody waits for it, and by the scheduler otherwise, as often as it takes.
 */
@Component
public class AgenciesInStep {

    private static final Logger LOG = LoggerFactory.getLogger(AgenciesInStep.class);

    /** So that the scheduler does not do at the same moment what is done while somebody waits. */
    private static final Duration AFTER_WHOEVER_WAITS = Duration.ofSeconds(30);

    private static final Set<String> ALSO_WHEN_SET_UP_BY_HAND = Set.of("ended", "reopened", "merged");
    private static final Set<String> OTHERS_THAT_MATTER = Set.of("described", "signs-in-by");

    private final SignInRows rows;
    private final Agencies agencies;
    private final KeycloakDirectory keycloak;
    private final Clock clock;

    AgenciesInStep(SignInRows rows, Agencies agencies, KeycloakDirectory keycloak, Clock clock) {
        this.rows = rows;
        this.agencies = agencies;
        this.keycloak = keycloak;
        this.clock = clock;
    }

    @EventListener
    void on(AgencyChanged message) {
        if (ALSO_WHEN_SET_UP_BY_HAND.contains(message.what())) {
            agencies.find(message.slug())
                    .filter(agency -> agency.identityProvider() != null)
                    .ifPresent(agency -> rows.adopt(agency.slug(), agency.identityProvider()));
        } else if (!OTHERS_THAT_MATTER.contains(message.what())) {
            return;
        }
        agencies.all().stream()
                .filter(agency ->
                        agency.slug().equals(message.slug()) || message.slug().equals(agency.mergedInto()))
                .forEach(agency -> noteChange(agency.slug()));
    }

    /** In the caller's transaction. */
    void noteChange(String slug) {
        if (rows.changed(slug)) {
            keycloak.bringLater(slug, clock.instant().plus(AFTER_WHOEVER_WAITS));
        }
    }

    /** @throws AccountsUnavailable when it has to be tried again; the agency's page says why */
    public void bring(String slug) {
        rows.find(slug).ifPresent(row -> bring(row, null));
    }

    /** Returns whether it is done; if not, the scheduler goes on. */
    boolean bringNow(String slug, @Nullable String secret) {
        try {
            bring(rows.find(slug).orElseThrow(), secret);
            return true;
        } catch (AccountsUnavailable later) {
            LOG.warn("Keycloak is not in step with agency {} yet; it is tried again", slug);
            return false;
        }
    }

    private void bring(SignInRows.Row row, @Nullable String secret) {
        AgencySignIn state = row.state();
        try {
            if (keycloak.bring(wanted(row), secret) && secret != null) {
                rows.hasSecret(state.agency());
            }
            rows.inStep(state.agency(), row.stamp());
        } catch (AccountsUnavailable away) {
            rows.trouble(state.agency(), away.getMessage());
            throw away;
        }
    }

    private AgencyInKeycloak wanted(SignInRows.Row row) {
        AgencySignIn state = row.state();
        AgencySummary agency = agencies.find(state.agency()).orElseThrow();
        boolean active = agency.active()
                || agencies.find(agency.mergedInto() == null ? "" : agency.mergedInto())
                        .filter(AgencySummary::active)
                        .isPresent();
        String live = agency.identityProvider();
        return new AgencyInKeycloak(
                agency.slug(),
                agency.name(),
                active,
                live == null ? Set.of() : agency.domains(),
                live,
                provider(row, active));
    }

    private AgencyInKeycloak.@Nullable Provider provider(SignInRows.Row row, boolean active) {
        AgencySignIn state = row.state();
        String alias = state.alias();
        if (alias == null || state.kind() == ProviderKind.BY_HAND || state.kind() == ProviderKind.PORTAL) {
            return null;
        }
        Instant until = state.trialUntil();
        boolean onTrial = until != null && until.isAfter(clock.instant());
        return new AgencyInKeycloak.Provider(
                alias,
                state.kind() == ProviderKind.OIDC ? "oidc" : "saml",
                active && (state.live() || onTrial),
                row.settings(),
                state.clientId(),
                state.names());
    }
}
