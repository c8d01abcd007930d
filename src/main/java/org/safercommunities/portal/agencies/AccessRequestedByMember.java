package org.safercommunities.portal.agencies;

import java.util.UUID;

/** Somebody asked to be let in with the address of a person who is in already. The page said nothing of it; a mail does. */
public record AccessRequestedByMember(UUID person) {}
