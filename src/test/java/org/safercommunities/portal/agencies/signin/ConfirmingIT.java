package org.safercommunities.portal.agencies.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safercommunities.portal.agencies.OwnSignIn;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.audit.AuditLine;
import org.safercommunities.portal.audit.AuditTrail;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.web.savedrequest.SavedRequest;

/** Somebody who is signed in confirms that it is them: where they come back to, and whose session it is then. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class ConfirmingIT {

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private OpenSessions sessions;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "/library/5afe?q=a%20b, /library/5afe?q=a%20b",
        "/, /",
        "//elsewhere.example, /",
        "/\\elsewhere.example, /",
        "https://elsewhere.example, /",
        "/@elsewhere.example, /",
        "library, /"
    })
    void peopleComeBackToAPageOfThePortalAndToNoOtherPlace(String asked, String back) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        var answer = portal.getBean(ConfirmIdentity.class).confirm(asked, request);
        assertThat(String.valueOf(answer.getHeaders().getLocation()))
                .isEqualTo("/oauth2/authorization/keycloak?confirm");
        SavedRequest saved = (SavedRequest) request.getSession().getAttribute("SPRING_SECURITY_SAVED_REQUEST");
        assertThat(saved).isNotNull();
        assertThat(saved.getRedirectUrl()).isEqualTo(back);
    }

    @Test
    void theSecondFactorIsAskedOfKeycloakOnlyThen() {
        SignInRequests requests = portal.getBean(SignInRequests.class);
        MockHttpServletRequest confirming = new MockHttpServletRequest("GET", "/oauth2/authorization/keycloak");
        confirming.setServletPath("/oauth2/authorization/keycloak");
        assertThat(String.valueOf(requests.resolve(confirming).getAuthorizationRequestUri()))
                .doesNotContain("acr_values");
        confirming.setParameter("confirm", "");
        assertThat(requests.resolve(confirming).getAuthorizationRequestUri()).contains("acr_values=second-factor");
    }

    /** Without Keycloak’s word that it was done nothing is taken off, whatever the address says. */
    @Test
    void whatSomebodySetsOutToChangeIsAskedOfKeycloakAndSaidOnce() {
        MockHttpServletRequest asking = new MockHttpServletRequest("GET", "/oauth2/authorization/keycloak");
        asking.setServletPath("/oauth2/authorization/keycloak");
        asking.setParameter("change", "");
        SignInRequests requests = portal.getBean(SignInRequests.class);
        assertThat(requests.resolve(asking).getAuthorizationRequestUri()).doesNotContain("kc_action");
        new ChangeAsked(
                        OwnSignIn.Change.SECOND_FACTOR,
                        Map.of("kc_action", "CONFIGURE_TOTP", "acr_values", "second-factor"),
                        List.of("old"))
                .keepIn(asking.getSession());
        assertThat(requests.resolve(asking).getAuthorizationRequestUri())
                .contains("kc_action=CONFIGURE_TOTP", "acr_values=second-factor");
        MockHttpServletRequest back = new MockHttpServletRequest();
        back.setSession(asking.getSession());
        back.setParameter("kc_action_status", "cancelled");
        assertThat(ChangeAsked.cameBack(back)).isEmpty();
        assertThat(ChangeAsked.happened(back.getSession()))
                .contains(new OwnSignIn.Happened(OwnSignIn.Change.SECOND_FACTOR, OwnSignIn.Outcome.LEFT));
        assertThat(ChangeAsked.happened(back.getSession())).isEmpty();
        back.setParameter("kc_action_status", "success");
        assertThat(ChangeAsked.cameBack(back)).as("once").isEmpty();
    }

    @Test
    void theirSessionGoesOnAndTheTrailSaysSo() {
        Reader member = member();
        MockHttpSession session = new MockHttpSession();
        PortalUser user = TestSignIn.user(member.personId(), Set.of(), 0);
        sessions.opened(session, user, null);
        sessions.opened(session, user, null);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM portal_session WHERE person_id = ?")
                        .param(member.personId().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        AuditLine line = trail.of(member.personId(), null, 1).getFirst();
        assertThat(line.action()).isEqualTo("agencies.identity-confirmed");
        assertThat(line.details()).containsEntry("by", "second-factor");
    }

    @Test
    void whoeverElseSignsInMeanwhileHasASessionOfTheirOwn() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        MockHttpSession first = new MockHttpSession();
        request.setSession(first);
        Reader member = member();
        PortalUser user = TestSignIn.user(member.personId(), Set.of(), 0);
        sessions.opened(first, user, null);
        first.setAttribute("a page", "of theirs");
        sessions.leaveToItself(request, user);
        assertThat(first.isInvalid()).isFalse();
        sessions.leaveToItself(request, TestSignIn.user(UUID.randomUUID(), Set.of(), 0));
        assertThat(first.isInvalid()).isTrue();
        assertThat(request.getSession().getAttribute("a page")).isNull();
    }

    private Reader member() {
        Somebody somebody = new Somebody(portal);
        return somebody.of(somebody.agency("Confirming"));
    }
}
