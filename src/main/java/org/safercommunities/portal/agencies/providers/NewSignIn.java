package org.safercommunities.portal.agencies.providers;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencyChanged;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.agencies.NotAllowed;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** From a provider that was prepared to one that an agency's people come in by. */
@Service
public class NewSignIn {

    private static final Duration TRIAL = Duration.ofMinutes(30);
    private static final String MISSING = "There is no such agency";

    private final Agencies agencies;
    private final SignInRows rows;
    private final AgenciesInStep inStep;
    private final KeycloakDirectory keycloak;
    private final ApplicationEventPublisher messages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NewSignIn(
            Agencies agencies,
            SignInRows rows,
            AgenciesInStep inStep,
            KeycloakDirectory keycloak,
            ApplicationEventPublisher messages,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.agencies = agencies;
        this.rows = rows;
        this.inStep = inStep;
        this.keycloak = keycloak;
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Once more, because Keycloak was away when it was entered, or because the agency has a new one. */
    public void giveSecret(String slug, String secret, Reader by) {
        NotAllowed.unlessAdministrator(by);
        AgencySignIn state = rows.find(slug)
                .orElseThrow(() -> new InvalidEntry("agency", MISSING))
                .state();
        if (state.kind() != ProviderKind.OIDC || secret.isBlank()) {
            throw new InvalidEntry("clientSecret", "Enter the client secret that the agency’s IT gave you");
        }
        transaction.executeWithoutResult(status -> tell(slug, "sign-in-secret-given", Map.of(), by));
        if (!inStep.bringNow(slug, secret.strip())) {
            throw new InvalidEntry(
                    "clientSecret",
                    "The sign-in service cannot be reached, and nobody else keeps the secret. Enter it again in a minute");
        }
    }

    /** Does at once what is waiting for Keycloak. */
    public boolean tryAgain(String slug, Reader by) {
        NotAllowed.unlessAdministrator(by);
        return inStep.bringNow(slug, null);
    }

    /** Opens the provider for a trial of half an hour: whoever comes by it is shown what arrived, and gets in nowhere. */
    public void openTrial(String slug, Reader by) {
        NotAllowed.unlessAdministrator(by);
        AgencySignIn state = onTrial(slug);
        if (state.needsSecret()) {
            throw new InvalidEntry("clientSecret", "Enter the client secret first");
        }
        var until = clock.instant().plus(TRIAL);
        transaction.executeWithoutResult(status -> {
            rows.trialUntil(slug, until);
            keycloak.bringLater(slug, until.plusSeconds(1));
            tell(slug, "sign-in-trial-opened", Map.of(), by);
        });
        if (!inStep.bringNow(slug, null)) {
            throw new InvalidEntry("agency", "The sign-in service cannot be reached just now. Try again in a minute");
        }
    }

    /** From now on its people come in by the provider that was tried, and by no other way. */
    public void letIn(String slug, Reader by) {
        NotAllowed.unlessAdministrator(by);
        AgencySignIn state = onTrial(slug);
        if (!state.works()) {
            throw new InvalidEntry(
                    "agency", "Somebody of the agency has to try it first, with everything arriving as it should");
        }
        transaction.executeWithoutResult(status -> agencies.signInBy(slug, state.alias(), by));
        inStep.bringNow(slug, null);
    }

    private AgencySignIn onTrial(String slug) {
        AgencySignIn state = rows.find(slug)
                .orElseThrow(() -> new InvalidEntry("agency", MISSING))
                .state();
        if (state.alias() == null || state.live()) {
            throw new InvalidEntry("agency", "There is no new sign-in to try");
        }
        return state;
    }

    private void tell(String slug, String what, Map<String, String> details, Reader by) {
        messages.publishEvent(new AgencyChanged(slug, what, details, by.actor()));
    }
}
