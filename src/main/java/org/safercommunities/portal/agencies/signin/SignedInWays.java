package org.safercommunities.portal.agencies.signin;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedHttpSession;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.safercommunities.portal.agencies.AccountsUnavailable;
import org.safercommunities.portal.agencies.OwnSignIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How whoever is signed in signs in. */
@Component
class SignedInWays implements OwnSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(SignedInWays.class);

    private final SignedInReader reader;
    private final KeycloakFactors keycloak;

    SignedInWays(SignedInReader reader, KeycloakFactors keycloak) {
        this.reader = reader;
        this.keycloak = keycloak;
    }

    @Override
    public Ways ways() {
        return keycloak.ways(reader.subject());
    }

    @Override
    public Optional<Happened> happened() {
        VaadinSession page = VaadinSession.getCurrent();
        return page != null && page.getSession() instanceof WrappedHttpSession session
                ? ChangeAsked.happened(session.getHttpSession())
                : Optional.empty();
    }

    /**
     * When somebody has just come back with a new app, the old ones are no longer theirs: Keycloak itself adds apps and leaves the
     * others. That they say so is not enough, for an address can be typed: Keycloak has signed that they gave a code, and has the
     * new app, or has no longer the old one.
     */
    void cameBack(HttpServletRequest request, PortalUser user) {
        ChangeAsked.cameBack(request)
                .filter(done -> !done.replaced().isEmpty() && user.proof().secondFactor())
                .ifPresent(done -> {
                    try {
                        takeOffTheOthers(user.subject(), done);
                    } catch (AccountsUnavailable away) {
                        // Their account shows them all, and offers to do it again
                        LOG.warn("An authenticator app that was replaced could not be taken off", away);
                    }
                });
    }

    private void takeOffTheOthers(String subject, ChangeAsked done) {
        List<String> old = done.replaced();
        List<String> now = keycloak.of(subject).stream().map(Factor::id).toList();
        boolean changed = done.change() == Change.NO_SECOND_FACTOR
                ? !now.contains(old.getFirst())
                : now.stream().anyMatch(factor -> !old.contains(factor));
        if (changed) {
            old.stream().filter(now::contains).forEach(factor -> keycloak.takeOff(subject, factor));
        }
    }
}
