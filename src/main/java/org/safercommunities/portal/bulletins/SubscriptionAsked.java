package org.safercommunities.portal.bulletins;

/** Somebody asked for bulletins on the public page. */
sealed interface SubscriptionAsked {

    /** @param link that confirms it, the end of its address */
    record ByStranger(String email, String link, SubscriptionChoice choice) implements SubscriptionAsked {}

    /** With the address of somebody who has an account, and chooses there. */
    record ByMember(String email, String name) implements SubscriptionAsked {}
}
