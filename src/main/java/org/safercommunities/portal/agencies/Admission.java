package org.safercommunities.portal.agencies;

import java.util.UUID;

/** Whether somebody who proved who they are at Keycloak may come in. */
public sealed interface Admission {

    record Admitted(UUID person, int accessVersion, String name, String email, java.util.Set<Role> roles)
            implements Admission {}

    record Refused(Reason reason) implements Admission {}

    enum Reason {
        /** Nobody has said which agency this account belongs to. */
        NO_AGENCY,
        /** The agency's sign-in sent an e-mail address outside the agency's own domains. */
        FOREIGN_EMAIL,
        /** The account came by another way than the one it is bound to. */
        OTHER_PROVIDER,
        /** The membership has ended, or the person belongs to another agency now. */
        MEMBERSHIP_ENDED,
        /** The agency has been switched off. */
        AGENCY_ENDED
    }
}
