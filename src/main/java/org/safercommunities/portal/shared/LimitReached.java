package org.safercommunities.portal.shared;

/**
 * Somebody was turned away for doing a thing too often.
 *
 * @param who id of the person, or the place on the network where nobody is signed in
 */
public record LimitReached(Limited what, String who) {}
