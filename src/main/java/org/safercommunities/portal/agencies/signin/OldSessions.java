package org.safercommunities.portal.agencies.signin;

import org.safercommunities.portal.shared.privacy.Fate;
import org.safercommunities.portal.shared.privacy.Retention;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** That sessions are forgotten in time. */
@Configuration(proxyBeanMethods = false)
class OldSessions {

    @Bean
    Retention endedSessionsInTime(OpenSessions sessions) {
        return new Retention("sessions", "Sessions", Fate.ERASED, sessions::due, sessions::forgetOld);
    }
}
