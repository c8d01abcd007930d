package org.safercommunities.portal;

import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Optional;
import org.safercommunities.portal.shared.CurrentPerson;
import org.safercommunities.portal.shared.SignedInPerson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who is signed in, as far as the shell needs to know: an error page must still stand when nobody can be asked. */
@Component
class ShellPeople {

    private static final Logger LOG = LoggerFactory.getLogger(ShellPeople.class);

    private final ObjectProvider<CurrentPerson> people;
    private final ObjectProvider<AuthenticationContext> authentication;

    ShellPeople(ObjectProvider<CurrentPerson> people, ObjectProvider<AuthenticationContext> authentication) {
        this.people = people;
        this.authentication = authentication;
    }

    Optional<SignedInPerson> current() {
        try {
            return Optional.ofNullable(people.getIfAvailable()).flatMap(CurrentPerson::get);
        } catch (RuntimeException unavailable) {
            LOG.warn("The page is shown without its person", unavailable);
            return Optional.empty();
        }
    }

    /** Ends the session here and at Keycloak. */
    void signOut() {
        authentication.ifAvailable(AuthenticationContext::logout);
    }
}
