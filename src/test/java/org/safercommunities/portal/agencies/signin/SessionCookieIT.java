package org.safercommunities.portal.agencies.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.WebApplicationContext;

/** The session’s cookie, and when the session ends by itself. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class SessionCookieIT {

    @Autowired
    private WebApplicationContext portal;

    @Autowired
    private SessionCookie.Lasts lasts;

    @Value("${vaadin.close-idle-sessions}")
    private boolean idlePagesAreClosed;

    @ParameterizedTest
    @CsvSource({
        "https://portal.example.org, __Host-portal-session, true",
        "HTTPS://portal.example.org/, __Host-portal-session, true",
        "http://localhost:8080, portal-session, false"
    })
    void overTlsItCannotComeFromAnotherHostNorGoOverAnythingElse(String address, String name, boolean secure)
            throws Exception {
        MockServletContext server = new MockServletContext();
        server.getSessionCookieConfig().setName("portal-session");
        new SessionCookie().sessionCookieOverTls(address, "portal-session").onStartup(server);
        assertThat(server.getSessionCookieConfig().getName()).isEqualTo(name);
        assertThat(server.getSessionCookieConfig().isSecure()).isEqualTo(secure);
    }

    @Test
    void anHourWithoutAClickEndsItAndEightHoursDoInAnyCase() {
        ServletContext server = java.util.Objects.requireNonNull(portal.getServletContext());
        assertThat(server.getSessionTimeout()).isEqualTo(60);
        assertThat(idlePagesAreClosed).as("the heartbeat of a page is no click").isTrue();
        assertThat(lasts.span()).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void itStandsInNoAddress() {
        ServletContext server = java.util.Objects.requireNonNull(portal.getServletContext());
        assertThat(server.getEffectiveSessionTrackingModes())
                .containsExactly(jakarta.servlet.SessionTrackingMode.COOKIE);
        assertThat(server.getSessionCookieConfig().isHttpOnly()).isTrue();
    }
}
