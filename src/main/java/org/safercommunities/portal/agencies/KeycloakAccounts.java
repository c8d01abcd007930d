package org.safercommunities.portal.agencies;

import java.util.UUID;

/** The accounts in Keycloak that the portal makes and looks after: those of people whose agency has no provider of its own; and those it ends. */
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
     * <p>An account that is there already is taken up only when its owner has proved the address, or when nobody could
     * have used it yet: else whoever once typed the address would come in with the one it belongs to.
     *
     * @throws InvalidEntry when Keycloak refuses address or name, or the address belongs to an account that is not taken
     * @throws AccountsUnavailable when Keycloak cannot be asked; nothing has changed
     */
    Account open(String email, String name);

    /**
     * The account that a person already has.
     *
     * @throws InvalidEntry when it is gone or switched off
     * @throws AccountsUnavailable when Keycloak cannot be asked
     */
    Account find(String subject);

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

    /** Has an account deleted whose person was erased. Noted in the caller's transaction, see {@link ErasedAccounts}. */
    void deleteLater(String subject);

    /**
     * Deletes an account now, with its links to providers and its sessions.
     *
     * @return whether it was still there
     * @throws AccountsUnavailable when Keycloak cannot be asked
     */
    boolean delete(String subject);

    /**
     * Takes off what an account has for a second factor, then ends all its sessions. Noted in the caller's transaction, done right
     * after it, and tried again if need be.
     */
    void takeOffFactors(String subject);
}
