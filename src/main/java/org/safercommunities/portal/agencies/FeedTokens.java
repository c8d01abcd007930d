package org.safercommunities.portal.agencies;

import java.util.Optional;

/** Whose the personal feeds are: addresses that nobody can guess, for programs that cannot sign in. One token for all of a person's. */
public interface FeedTokens {

    /** The address of one’s own feed of this name; made when it is asked for the first time. */
    String address(Reader by, String feed);

    /** A new address of it; those of all feeds before lead nowhere from now on. */
    String renew(Reader by, String feed);

    /** The owner of a token, as they stand now; empty when there is none, or they belong to no agency any more. */
    Optional<Reader> owner(String token);
}
