package org.safercommunities.portal.agencies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Colleagues.Colleague;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.safercommunities.portal.support.Somebody;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Somebody named in passing can sign in: their account is made and they are invited, once the naming is done. */
@WithKeycloak
@PortalIT
@SuppressWarnings("NullAway.Init")
class AccountsOfNamedIT {

    @Autowired
    ApplicationContext portal;

    @Autowired
    Colleagues colleagues;

    @Autowired
    PersonRecords people;

    @Test
    void whoeverIsNamedInAnAgencyWithoutASignInIsInvited() {
        Somebody somebody = new Somebody(portal);
        String agency = somebody.agency("Named");
        Reader coordinator = somebody.of(agency, Role.COORDINATOR);
        String email = "new-" + UUID.randomUUID() + "@mail.example";
        Colleague named = colleagues.findOrName(email, "Moss Heath", agency, coordinator);
        assertThat(PortalServices.mailSink()
                        .await(mail -> mail.recipient().equals(email), Duration.ofSeconds(60))
                        .subject())
                .isEqualTo("Set up your Safer Communities account");
        Person person = people.findById(named.id()).orElseThrow();
        assertThat(person.provider()).isEqualTo(Person.PORTAL);
        assertThat(person.subject()).isNotNull();
        portal.getBean(AccountsOfNamed.class).open(named.id());
        assertThat(people.findById(named.id()).orElseThrow().subject()).isEqualTo(person.subject());
    }
}
