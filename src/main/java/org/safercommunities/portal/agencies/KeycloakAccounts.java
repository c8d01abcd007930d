package org.safercommunities.portal.agencies;

import java.util.UUID;

/** The accounts in Keycloak that the portal makes and looks after: those of people whose agency has no provider of its own. */
public interface KeycloakAccounts {

    /**
     * An account in Keycloak.
     *
     * @param subject its id there
     * @param toBeInvited whether its owner has still to prove the address and choose a password
     */
    record Account(String subject, boolean toBeInvited) {}

    /**
     * Makes an account without a password, or finds the one that an earlier try has left. Does the same when repeated.
     *
     * @throws InvalidEntry when Keycloak refuses address or name, or the address belongs to an account of an agency's own
     *     provider
     * @throws AccountsUnavailable when Keycloak cannot be asked; nothing has changed
     */
    Account open(String email, String name);

    /**
     * Has Keycloak send its mail with the link to choose a password, valid for seven days. Noted in the caller's
     * transaction, done right after it, and tried again while Keycloak or its mail server is away.
     */
    void invite(String subject);

    /**
     * Has an account made for a person who was just named, and bound to them, and its owner invited. Noted in the caller's
     * transaction, done by the scheduler, for it talks to Keycloak: see {@link AccountsOfNamed}.
     */
    void openLater(UUID person);

    /** Ends all sessions of an account. Noted in the caller's transaction, done right after it, and tried again if need be. */
    void endSessions(String subject);
}
