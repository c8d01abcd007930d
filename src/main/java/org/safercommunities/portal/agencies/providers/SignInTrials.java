package org.safercommunities.portal.agencies.providers;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencyChanged;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.PersonList;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever comes by a provider that is not in use yet: they get in nowhere, and what arrived is looked at. */
@Service
public class SignInTrials {

    private final SignInRows rows;
    private final Agencies agencies;
    private final PersonList people;
    private final KeycloakDirectory keycloak;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    SignInTrials(
            SignInRows rows,
            Agencies agencies,
            PersonList people,
            KeycloakDirectory keycloak,
            ApplicationEventPublisher messages,
            Clock clock) {
        this.rows = rows;
        this.agencies = agencies;
        this.people = people;
        this.keycloak = keycloak;
        this.messages = messages;
        this.clock = clock;
    }

    /** What came of it; empty when that provider is on no trial, and the sign-in is one like any other. */
    @Transactional
    public Optional<TrialReport> end(
            @Nullable String provider, String subject, String email, String firstName, String lastName) {
        if (provider == null) {
            return Optional.empty();
        }
        return rows.onTrial(provider).map(row -> {
            AgencySummary agency = agencies.find(row.state().agency()).orElseThrow();
            TrialReport report =
                    new TrialReport(agency.name(), email, firstName, lastName, new TreeSet<>(agency.domains()));
            rows.tried(agency.slug(), clock.instant(), report.faults());
            if (!people.knows(subject)) {
                keycloak.forgetTrial(subject);
            }
            messages.publishEvent(new AgencyChanged(
                    agency.slug(),
                    "sign-in-tried",
                    Map.of(
                            "result",
                            report.faults().isEmpty() ? "everything arrived" : String.join(" ", report.faults())),
                    null));
            return report;
        });
    }
}
