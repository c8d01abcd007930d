package org.safercommunities.portal.agencies;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How whoever is asking signs in. What they change of it they change at Keycloak, which asks them first who they are. */
public interface OwnSignIn {

    /**
     * What somebody can set out to change. The address {@code /account/change?what=…} begins it.
     */
    enum Change {
        /** The password of the portal. */
        PASSWORD,
        /** A first authenticator app, or one more in place of those there are. */
        SECOND_FACTOR,
        /** No authenticator app any more. */
        NO_SECOND_FACTOR,
        /** Nothing but signing in once more. */
        NOTHING;

        /** As addresses have it, for example {@code second-factor}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How it went. */
    enum Outcome {
        DONE,
        /** They thought better of it. */
        LEFT,
        FAILED
    }

    /** @param name what they call the phone or app; may be empty */
    record Factor(String id, String name, Instant since) {}

    /**
     * @param passwordSince when the password of the portal was chosen; null when they have none, as people of an agency with a
     *     sign-in of its own
     * @param factors authenticator apps, the newest first
     */
    record Ways(@Nullable Instant passwordSince, List<Factor> factors) {}

    /** What became of something that was set out to change. */
    record Happened(Change change, Outcome outcome) {}

    /**
     * Their ways to sign in, as Keycloak has them now.
     *
     * @throws AccountsUnavailable when Keycloak cannot be asked
     */
    Ways ways();

    /** What became of what they last set out to change, once: asked again it is empty. */
    Optional<Happened> happened();
}
