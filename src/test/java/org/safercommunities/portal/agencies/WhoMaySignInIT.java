package org.safercommunities.portal.agencies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Admission.Admitted;
import org.safercommunities.portal.agencies.Admission.Reason;
import org.safercommunities.portal.agencies.Admission.Refused;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Ways by which somebody would come in who must not, or as somebody else. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class WhoMaySignInIT {

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private WhoMaySignIn whoMaySignIn;

    @Autowired
    private Agencies agencies;

    @Autowired
    private People people;

    private String provider;
    private String domain;
    private String withProvider;

    @BeforeEach
    void anAgencyWithAProvider() {
        String some = UUID.randomUUID().toString().substring(0, 8);
        provider = "provider-" + some;
        domain = "force-" + some + ".example";
        withProvider = agencies.create(
                        new AgencyDescription("Force " + some, provider, Set.of(domain)), Reader.portal())
                .slug();
    }

    private Admission through(@Nullable String way, String subject, String agency, String email) {
        return whoMaySignIn.admit(new Identity(subject, way, Set.of(agency), email, "Moss Heath"));
    }

    private static String subject() {
        return UUID.randomUUID().toString();
    }

    private static UUID person(Admission admission) {
        assertThat(admission).isInstanceOf(Admitted.class);
        return ((Admitted) admission).person();
    }

    @Test
    void somebodyNewComesInThroughTheirAgencysProviderAndByNoOtherWayAfterwards() {
        String subject = subject();
        UUID first = person(through(provider, subject, withProvider, "moss@" + domain));
        assertThat(person(through(provider, subject, withProvider, "moss@" + domain)))
                .isEqualTo(first);
        assertThat(through(null, subject, withProvider, "moss@" + domain))
                .isEqualTo(new Refused(Reason.OTHER_PROVIDER));
    }

    @Test
    void aPasswordSetOnTheWayInBringsNobodyNewIntoAnAgencyWithAProvider() {
        assertThat(through(null, subject(), withProvider, "moss@" + domain))
                .isEqualTo(new Refused(Reason.OTHER_PROVIDER));
    }

    @Test
    void aPasswordOpensTheAccountThatStaffHadMadeForSomebody() {
        String subject = subject();
        UUID named = people.name("moss@" + domain, "Moss Heath", withProvider, subject, Reader.portal());
        assertThat(person(through(null, subject, withProvider, "moss@" + domain)))
                .isEqualTo(named);
        String without = new Somebody(portal).agency("Without");
        person(through(null, subject(), without, "moss@mail.example"));
    }

    @Test
    void whenAnAgencyGetsAProviderItsPeopleGoOnAsWhoTheyAreAndOnlyByThat() {
        String agency = new Somebody(portal).agency("Moving");
        String own = agencies.find(agency).orElseThrow().domains().iterator().next();
        String subject = subject();
        UUID person = person(through(null, subject, agency, "moss@" + own));
        assertThat(through(provider, subject, withProvider, "moss@" + domain))
                .as("another agency's provider")
                .isEqualTo(new Refused(Reason.OTHER_PROVIDER));
        agencies.signInBy(agency, "new-" + agency, Reader.portal());
        assertThat(person(through("new-" + agency, subject, agency, "moss@" + own)))
                .isEqualTo(person);
        assertThat(through(null, subject, agency, "moss@" + own)).isEqualTo(new Refused(Reason.OTHER_PROVIDER));
        agencies.signInBy(agency, null, Reader.portal());
        assertThat(through("new-" + agency, subject, agency, "moss@" + own)).isEqualTo(new Refused(Reason.NO_AGENCY));
        assertThat(person(through(null, subject, agency, "moss@" + own))).isEqualTo(person);
    }

    @Test
    void whoeverStaffNamedIsFoundByTheirOwnAddressOnly() {
        UUID named = people.name("moss@" + domain, "Moss Heath", withProvider, null, Reader.portal());
        UUID another = person(through(provider, subject(), withProvider, "möss@" + domain));
        assertThat(another).isNotEqualTo(named);
        assertThat(person(through(provider, subject(), withProvider, "Moss@" + domain)))
                .isEqualTo(named);
    }

    @Test
    void aDomainThatLooksAlikeIsNotTheAgencys() {
        assertThat(through(provider, subject(), withProvider, "moss@" + domain.replace('o', 'ö')))
                .isEqualTo(new Refused(Reason.FOREIGN_EMAIL));
        assertThat(agencies.byDomain(domain.replace('o', 'ö'))).isEmpty();
        assertThat(agencies.byDomain(domain)).isPresent();
    }
}
