package org.safercommunities.portal.agencies.providers;

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

    private static final String MISSING = "There is no such agency";

    private final Agencies agencies;
    private final SignInRows rows;
    private final ProviderReading reading;
    private final ProviderAliases aliases;
    private final AgenciesInStep inStep;
    private final KeycloakDirectory keycloak;
    private final ApplicationEventPublisher messages;
    private final TransactionTemplate transaction;

    AgencyOnboarding(
            Agencies agencies,
            SignInRows rows,
            ProviderReading reading,
            ProviderAliases aliases,
            AgenciesInStep inStep,
            KeycloakDirectory keycloak,
            ApplicationEventPublisher messages,
            PlatformTransactionManager transactions) {
        this.agencies = agencies;
        this.rows = rows;
        this.reading = reading;
        this.aliases = aliases;
        this.inStep = inStep;
        this.keycloak = keycloak;
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
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
        return keycloak.addresses(aliases.next(SlugOf.name(name)));
    }

    /** The same for one that is there: of the provider that it would get next, or has on trial. */
    public ProviderAddresses addresses(String slug) {
        return keycloak.addresses(aliases.next(slug));
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

    private void put(String slug, ReadProvider read, Reader by) {
        String alias = read.kind() == ProviderKind.PORTAL ? null : aliases.next(slug);
        rows.put(slug, read.kind(), alias, read.address(), read.facts(), read.clientId(), read.names());
        inStep.noteChange(slug);
        tell(
                slug,
                "sign-in-prepared",
                Map.of("how", read.kind().label(), "identity", read.facts().identity()),
                by);
    }

    private AgencySummary existing(String slug) {
        return agencies.find(slug).orElseThrow(() -> new InvalidEntry("agency", MISSING));
    }

    private void tell(String slug, String what, Map<String, String> details, Reader by) {
        messages.publishEvent(new AgencyChanged(slug, what, details, by.actor()));
    }
}
