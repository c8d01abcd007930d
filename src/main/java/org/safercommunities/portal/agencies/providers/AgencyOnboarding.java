package org.safercommunities.portal.agencies.providers;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencyChanged;
import org.safercommunities.portal.agencies.AgencyDescription;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.agencies.NotAllowed;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.SlugOf;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How an administrator brings an agency in and changes how its people sign in: what the agency publishes is read, Keycloak gets
 * organization and provider, somebody tries it, and only then its people are let in by it.
 */
@Service
public class AgencyOnboarding {

    private static final Duration TRIAL = Duration.ofMinutes(30);
    private static final int LONGEST_ALIAS = 76;
    private static final String MISSING = "There is no such agency";

    private final Agencies agencies;
    private final SignInRows rows;
    private final ProviderReading reading;
    private final AgenciesInStep inStep;
    private final KeycloakDirectory keycloak;
    private final ApplicationEventPublisher messages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AgencyOnboarding(
            Agencies agencies,
            SignInRows rows,
            ProviderReading reading,
            AgenciesInStep inStep,
            KeycloakDirectory keycloak,
            ApplicationEventPublisher messages,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.agencies = agencies;
        this.rows = rows;
        this.reading = reading;
        this.inStep = inStep;
        this.keycloak = keycloak;
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** How its people sign in; empty for an agency that is older than this and has not been changed since. */
    public Optional<AgencySignIn> find(String slug, Reader by) {
        NotAllowed.unlessAdministrator(by);
        return rows.find(slug).map(SignInRows.Row::state);
    }

    public Optional<AgencyContact> contact(String slug, Reader by) {
        NotAllowed.unlessAdministrator(by);
        return rows.contact(slug);
    }

    /** What the agency's IT has to enter, for an agency of this name that is not there yet. */
    public ProviderAddresses addressesForNew(String name) {
        return keycloak.addresses(alias(SlugOf.name(name)));
    }

    /** The same for one that is there: of the provider that it would get next, or has on trial. */
    public ProviderAddresses addresses(String slug) {
        return keycloak.addresses(nextAlias(slug));
    }

    /** Adds an agency. What its provider publishes is read first; when that does not do, there is no agency. */
    public AgencySummary add(AgencyDescription description, AgencyContact contact, SignInWish wish, Reader by) {
        NotAllowed.unlessAdministrator(by);
        ReadProvider read = reading.read(wish, description.domains());
        AgencySummary made = java.util.Objects.requireNonNull(transaction.execute(status -> {
            AgencySummary agency =
                    agencies.create(new AgencyDescription(description.name(), null, description.domains()), by);
            rows.contact(agency.slug(), contact);
            put(agency.slug(), read, by);
            return agency;
        }));
        inStep.bringNow(made.slug(), read.secret());
        return made;
    }

    /** Changes what is known of an agency; its way to sign in stays. */
    public void change(String slug, String name, Set<String> domains, AgencyContact contact, Reader by) {
        NotAllowed.unlessAdministrator(by);
        AgencySummary agency = existing(slug);
        transaction.executeWithoutResult(status -> {
            if (agency.identityProvider() != null) {
                rows.adopt(slug, agency.identityProvider());
            }
            agencies.describe(slug, new AgencyDescription(name, agency.identityProvider(), domains), by);
            if (!contact.equals(rows.contact(slug).orElse(null))) {
                rows.contact(slug, contact);
                tell(slug, "contact-changed", Map.of(), by);
            }
        });
        if (rows.find(slug).isPresent()) {
            inStep.bringNow(slug, null);
        }
    }

    /**
     * Another way to sign in. The present one stays in use until the new one has been tried and its people are let in by it; going
     * over to portal accounts needs no trial.
     */
    public void prepare(String slug, SignInWish wish, Reader by) {
        NotAllowed.unlessAdministrator(by);
        AgencySummary agency = existing(slug);
        ReadProvider read = reading.read(wish, agency.domains());
        transaction.executeWithoutResult(status -> {
            put(slug, read, by);
            if (read.kind() == ProviderKind.PORTAL && agency.identityProvider() != null) {
                agencies.signInBy(slug, null, by);
            }
        });
        inStep.bringNow(slug, read.secret());
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

    private void put(String slug, ReadProvider read, Reader by) {
        String alias = read.kind() == ProviderKind.PORTAL ? null : nextAlias(slug);
        rows.put(slug, read.kind(), alias, read.address(), read.facts(), read.clientId(), read.names());
        inStep.noteChange(slug);
        tell(
                slug,
                "sign-in-prepared",
                Map.of("how", read.kind().label(), "identity", read.facts().identity()),
                by);
    }

    /** The one on trial keeps its alias when it is changed; beside one that is in use there is another. */
    private String nextAlias(String slug) {
        String live = agencies.find(slug).map(AgencySummary::identityProvider).orElse(null);
        String present = rows.find(slug).map(row -> row.state().alias()).orElse(null);
        if (present != null && !present.equals(live)) {
            return present;
        }
        String alias = alias(slug);
        for (int number = 2; rows.isTaken(alias, slug); number++) {
            alias = alias(slug) + "-" + number;
        }
        return alias;
    }

    private static String alias(String slug) {
        return slug.length() > LONGEST_ALIAS ? slug.substring(0, LONGEST_ALIAS) : slug;
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

    private AgencySummary existing(String slug) {
        return agencies.find(slug).orElseThrow(() -> new InvalidEntry("agency", MISSING));
    }

    private void tell(String slug, String what, Map<String, String> details, Reader by) {
        messages.publishEvent(new AgencyChanged(slug, what, details, by.actor()));
    }
}
