package org.safercommunities.portal.agencies.providers;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the people of an agency sign in, and how far that has come.
 *
 * @param alias of the provider in Keycloak; null for portal accounts
 * @param address of its document; empty when that came as a file
 * @param identity its issuer or entity id
 * @param keysUntil when the keys end that stand in its document; null when they are fetched anew
 * @param live whether its people are let in by it
 * @param needsSecret whether the client secret has to be entered once more, for Keycloak was away
 * @param trialUntil until when it can be tried
 * @param triedAt when somebody came by it last; null when nobody has yet
 * @param faults what was missing then, in sentences
 * @param inStep whether Keycloak has all of this
 * @param trouble why not, when it was tried
 */
public record AgencySignIn(
        String agency,
        ProviderKind kind,
        @Nullable String alias,
        String address,
        String identity,
        String clientId,
        SamlNames names,
        @Nullable Instant keysUntil,
        boolean live,
        boolean needsSecret,
        @Nullable Instant trialUntil,
        @Nullable Instant triedAt,
        List<String> faults,
        boolean inStep,
        @Nullable String trouble) {

    /** Whether somebody came by it and everything that is needed arrived. */
    public boolean works() {
        return triedAt != null && faults.isEmpty();
    }

    /** One word for all of it, as the API has it. */
    public String state() {
        if (needsSecret) {
            return "needs-secret";
        }
        if (!inStep) {
            return "waiting-for-keycloak";
        }
        return live || alias == null ? "live" : works() ? "tried" : "to-be-tried";
    }
}
