package org.safercommunities.portal.agencies.signin;

import java.time.Duration;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The cookie of a session where the portal is reached over TLS: sent over nothing else, and by its name's beginning one that no other
 * host of the same domain can have set.
 */
@Configuration(proxyBeanMethods = false)
class SessionCookie {

    static final String SAFE = "__Host-";

    @Bean
    ServletContextInitializer sessionCookieOverTls(
            @Value("${portal.url}") String address, @Value("${server.servlet.session.cookie.name}") String name) {
        return server -> {
            if (address.toLowerCase(Locale.ROOT).startsWith("https:")) {
                server.getSessionCookieConfig().setName(SAFE + name);
                server.getSessionCookieConfig().setSecure(true);
                server.getSessionCookieConfig().setPath("/");
            }
        };
    }

    /** How long a session lasts at most, however busy. */
    record Lasts(Duration span) {}

    @Bean
    Lasts lastsOfSessions(@Value("${portal.sessions.last}") Duration span) {
        return new Lasts(span);
    }
}
