package org.safercommunities.portal.search;

/**
 * How the index is.
 *
 * @param catchingUp whether it is being made again or compared with the database, so that things may be missing
 * @param trouble whether the last attempt to write it failed; it is tried again
 */
public record SearchStatus(boolean catchingUp, boolean trouble) {}
