package org.safercommunities.portal.agencies;

import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who may no longer come in is signed out of Keycloak too, so that no way back stands open. The portal's sessions end anyway. */
@Component
class EndedAccessEndsSessions {

    private final PersonRecords people;
    private final MembershipRecords memberships;
    private final KeycloakAccounts keycloak;

    EndedAccessEndsSessions(PersonRecords people, MembershipRecords memberships, KeycloakAccounts keycloak) {
        this.people = people;
        this.memberships = memberships;
        this.keycloak = keycloak;
    }

    @EventListener
    void on(PersonChanged message) {
        if (message.what().equals("left-agency")) {
            people.findById(message.person()).map(Person::subject).ifPresent(keycloak::endSessions);
        }
    }

    @EventListener
    void on(AgencyChanged message) {
        if (message.what().equals("ended")) {
            var members = memberships.findByAgencyAndEndedAtIsNull(message.slug()).stream()
                    .map(Membership::personId)
                    .toList();
            people.findByIdIn(members).stream()
                    .map(Person::subject)
                    .filter(Objects::nonNull)
                    .forEach(keycloak::endSessions);
        }
    }
}
