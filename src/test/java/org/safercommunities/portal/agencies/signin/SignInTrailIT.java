package org.safercommunities.portal.agencies.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.audit.AuditLine;
import org.safercommunities.portal.audit.AuditResult;
import org.safercommunities.portal.audit.AuditTrail;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Coming in, going, and not being let in leave lines. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class SignInTrailIT {

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private OpenSessions sessions;

    @Autowired
    private ApiCallers callers;

    private Reader member() {
        Somebody somebody = new Somebody(portal);
        return somebody.of(somebody.agency("Signed in"));
    }

    @Test
    void signingInAndOutIsRecordedOnceEach() {
        Reader member = member();
        sessions.opened(new MockHttpSession(), TestSignIn.user(member.personId(), Set.of(), 0), "Firefox Windows");
        sessions.endByKeycloakSession("sid-" + member.personId());
        sessions.endByKeycloakSession("sid-" + member.personId());
        assertThat(trail.of(member.personId(), null, 2))
                .extracting(AuditLine::action, AuditLine::actor, AuditLine::agency)
                .containsExactly(
                        tuple("agencies.signed-out", member.personId(), member.agencyId()),
                        tuple("agencies.signed-in", member.personId(), member.agencyId()));
    }

    @Test
    void aSessionThatStaffEndIsThePortalsDoing() {
        Reader member = member();
        MockHttpSession session = new MockHttpSession();
        // Opened with an access that is not theirs any more
        sessions.opened(session, TestSignIn.user(member.personId(), Set.of(), 77), null);
        sessions.closeEnded();
        AuditLine ended = trail.of(member.personId(), null, 1).getFirst();
        assertThat(ended.action()).isEqualTo("agencies.session-ended");
        assertThat(ended.actor()).isNull();
        assertThat(ended.details()).containsEntry("reason", "access-changed");
    }

    @Test
    void whoeverIsNotLetInIsKnownByTheirIdAtKeycloakAndWhy() {
        String subject = UUID.randomUUID().toString();
        Jwt token = Jwt.withTokenValue("none")
                .header("alg", "none")
                .subject(subject)
                .claim("identity_provider", "unheard-of")
                .claim("email", "somebody@elsewhere.example")
                .build();
        assertThatThrownBy(() -> callers.convert(token)).isInstanceOf(InvalidBearerTokenException.class);
        AuditLine refused = trail.of("account:" + subject, 10).getFirst();
        assertThat(refused.action()).isEqualTo("agencies.stranger-refused");
        assertThat(refused.result()).isEqualTo(AuditResult.REFUSED);
        assertThat(refused.details()).isEqualTo(Map.of("reason", "no-agency", "by", "api"));
    }
}
