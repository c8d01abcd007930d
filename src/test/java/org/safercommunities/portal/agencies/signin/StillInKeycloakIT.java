package org.safercommunities.portal.agencies.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.KeycloakAccounts;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** People who are signed in are checked against Keycloak again and again. */
@PortalIT
@WithKeycloak
@SuppressWarnings("NullAway.Init")
class StillInKeycloakIT {

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private OpenSessions sessions;

    @Autowired
    private KeycloakAccounts accounts;

    @Autowired
    private StillInKeycloak checks;

    @Autowired
    private JdbcClient jdbc;

    private Reader member;

    @BeforeEach
    void somebody() {
        Somebody somebody = new Somebody(portal);
        member = somebody.of(somebody.agency("Checked"));
    }

    private MockHttpSession signedIn(String subject, Duration checkedAgo) {
        jdbc.sql("UPDATE person SET provider = 'portal', subject = ? WHERE id = ?")
                .params(subject, member.personId().toString())
                .update();
        int version = jdbc.sql("SELECT access_version FROM person WHERE id = ?")
                .param(member.personId().toString())
                .query(Integer.class)
                .single();
        MockHttpSession session = new MockHttpSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(TestSignIn.authentication(member.personId(), Set.of())));
        sessions.opened(session, TestSignIn.user(member.personId(), Set.of(), version), null);
        jdbc.sql("UPDATE portal_session SET checked_at = UTC_TIMESTAMP(6) - INTERVAL ? SECOND WHERE person_id = ?")
                .params(List.of(checkedAgo.toSeconds(), member.personId().toString()))
                .update();
        return session;
    }

    private boolean isSomebodys(MockHttpSession session) {
        sessions.closeEnded();
        return !session.isInvalid()
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }

    private String account() {
        return accounts.open("checked-" + UUID.randomUUID() + "@charity.example", "Hazel Wantsum")
                .subject();
    }

    @Test
    void whoseAccountIsThereStaysAndIsAskedAboutAgainLater() {
        String subject = account();
        MockHttpSession session = signedIn(subject, Duration.ofMinutes(6));
        assertThat(sessions.uncheckedFor(StillInKeycloak.EVERY)).contains(subject);
        checks.check();
        assertThat(isSomebodys(session)).isTrue();
        assertThat(sessions.uncheckedFor(StillInKeycloak.EVERY)).doesNotContain(subject);
    }

    @Test
    void whoseAccountIsGoneIsOut() {
        MockHttpSession session = signedIn(UUID.randomUUID().toString(), Duration.ofMinutes(6));
        checks.check();
        assertThat(isSomebodys(session)).isFalse();
    }

    @Test
    void whileKeycloakIsAwayASessionLastsAQuarterOfAnHourAndNoLonger() {
        StillInKeycloak away = new StillInKeycloak(
                new KeycloakAdmin(
                        new KeycloakProperties("http://localhost:1/realms/safer-communities", null, "x", "x"),
                        Clock.systemUTC()),
                sessions,
                Clock.systemUTC());
        MockHttpSession session = signedIn(account(), Duration.ofMinutes(14));
        away.check();
        assertThat(isSomebodys(session)).isTrue();
        jdbc.sql("UPDATE portal_session SET checked_at = UTC_TIMESTAMP(6) - INTERVAL 16 MINUTE WHERE person_id = ?")
                .param(member.personId().toString())
                .update();
        away.check();
        assertThat(isSomebodys(session)).isFalse();
    }
}
