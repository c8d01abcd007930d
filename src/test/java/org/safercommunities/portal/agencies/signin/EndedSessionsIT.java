package org.safercommunities.portal.agencies.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.OwnSessions;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.ProofMissing;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** What staff end, ends in open sessions by itself, long before a minute has passed. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class EndedSessionsIT {

    private static final Duration PROMISED = Duration.ofMinutes(1);

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private OpenSessions sessions;

    @Autowired
    private OwnSessions own;

    @Autowired
    private People people;

    @Autowired
    private Agencies agencies;

    @Autowired
    private JdbcClient jdbc;

    private Somebody somebody;
    private String agency;
    private Reader member;

    @BeforeEach
    void somebodySignedIn() {
        somebody = new Somebody(portal);
        agency = somebody.agency("Signed in");
        member = somebody.of(agency);
    }

    @AfterEach
    void nobody() {
        TestSignIn.nobody(portal);
    }

    private MockHttpSession open() {
        MockHttpSession session = new MockHttpSession();
        int version = jdbc.sql("SELECT access_version FROM person WHERE id = ?")
                .param(member.personId().toString())
                .query(Integer.class)
                .single();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(TestSignIn.authentication(member.personId(), Set.of())));
        sessions.opened(session, TestSignIn.user(member.personId(), Set.of(), version), "Firefox Windows");
        return session;
    }

    private static void assertEnds(MockHttpSession session) {
        Instant deadline = Instant.now().plus(PROMISED);
        while (!session.isInvalid() && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        assertThat(session.isInvalid()).as("ended within a minute").isTrue();
    }

    private static boolean isSomebodys(MockHttpSession session) {
        return !session.isInvalid()
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }

    @Test
    void endingAMembershipEndsItsSessions() {
        MockHttpSession session = open();
        people.endMembership(member.personId(), "Left", Reader.portal());
        assertEnds(session);
    }

    @Test
    void endingAnAgencyEndsTheSessionsOfItsPeople() {
        MockHttpSession session = open();
        agencies.end(agency, Reader.portal());
        sessions.closeEnded();
        assertEnds(session);
    }

    @Test
    void mergingAnAgencyEndsSessionsSoThatPeopleComeBackAsPeopleOfTheOther() {
        MockHttpSession session = open();
        agencies.merge(agency, somebody.agency("Other"), Reader.portal());
        sessions.closeEnded();
        assertEnds(session);
    }

    @Test
    void changingRolesEndsSessions() {
        MockHttpSession session = open();
        people.giveRoles(member.personId(), Set.of(Role.EDITOR), Reader.portal());
        sessions.closeEnded();
        assertEnds(session);
    }

    @Test
    void aSessionIsNobodysTheMomentItIsSwept() {
        MockHttpSession session = open();
        assertThat(isSomebodys(session)).isTrue();
        people.endMembership(member.personId(), "Left", Reader.portal());
        sessions.closeEnded();
        assertThat(isSomebodys(session)).isFalse();
    }

    @Test
    void confirmingEndsNothing() {
        MockHttpSession session = open();
        people.confirmMembership(member.personId(), Reader.portal());
        sessions.closeEnded();
        assertThat(isSomebodys(session)).isTrue();
    }

    @Test
    void aSessionEndsAfterEightHoursHoweverBusyItIs() {
        MockHttpSession session = open();
        open(Duration.ofMinutes(7 * 60 + 50));
        sessions.closeEnded();
        assertThat(isSomebodys(session)).isTrue();
        open(Duration.ofMinutes(8 * 60 + 10));
        sessions.closeEnded();
        assertThat(isSomebodys(session)).isFalse();
    }

    /** As if what this person has open had been opened that long ago. */
    private void open(Duration ago) {
        jdbc.sql("UPDATE portal_session SET opened_at = UTC_TIMESTAMP() - INTERVAL ? MINUTE WHERE person_id = ?")
                .params(List.of(ago.toMinutes(), member.personId().toString()))
                .update();
    }

    @Test
    void signingOutEverywhereElseTakesAFreshSignIn() {
        MockHttpSession mine = open();
        TestSignIn.as(member.personId(), Set.of(), Duration.ofMinutes(16), portal);
        assertThat(own.fresh()).isFalse();
        assertThatThrownBy(own::endOthers).isInstanceOf(ProofMissing.class);
        sessions.closeEnded();
        assertThat(isSomebodys(mine)).isTrue();
        TestSignIn.as(member.personId(), Set.of(), Duration.ofMinutes(14), portal);
        assertThat(own.endOthers()).isEqualTo(1);
    }

    @Test
    void signingOutEverywhereElseLeavesOtherPeopleAlone() {
        MockHttpSession mine = open();
        Reader me = member;
        member = somebody.of(agency);
        MockHttpSession theirs = open();
        TestSignIn.as(me.personId(), Set.of(), portal);
        assertThat(own.list())
                .singleElement()
                .satisfies(session -> assertThat(session.device()).isEqualTo("Firefox on Windows"));
        assertThat(own.endOthers()).isEqualTo(1);
        sessions.closeEnded();
        assertThat(isSomebodys(mine)).isFalse();
        assertThat(isSomebodys(theirs)).isTrue();
    }
}
