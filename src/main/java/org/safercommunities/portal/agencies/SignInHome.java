package org.safercommunities.portal.agencies;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** The rule that a person’s address must fit their agency, for at sign-in it decides where they are sent. */
@Component
class SignInHome {

    private final Agencies agencies;

    SignInHome(Agencies agencies) {
        this.agencies = agencies;
    }

    /** @throws InvalidEntry when somebody with this address could never sign in as a member of that agency */
    void check(NewPerson entry, AgencySummary home) {
        Optional<AgencySummary> owner = agencies.byDomain(entry.domain());
        boolean own = owner.filter(agency -> agency.slug().equals(home.slug())).isPresent();
        if (home.identityProvider() != null && !own) {
            throw new InvalidEntry(
                    "email",
                    "People of %s sign in there, with an address of %s. “%s” is none of its domains"
                            .formatted(home.name(), home.name(), entry.domain()));
        }
        owner.filter(agency -> !own && agency.identityProvider() != null).ifPresent(agency -> {
            throw new InvalidEntry(
                    "agency", "With this address people sign in at %s. Choose that agency".formatted(agency.name()));
        });
    }
}
