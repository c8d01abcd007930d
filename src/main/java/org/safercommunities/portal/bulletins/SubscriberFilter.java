package org.safercommunities.portal.bulletins;

import org.jspecify.annotations.Nullable;

/**
 * What a list of subscribers is narrowed to.
 *
 * @param text in the name or address; empty for all
 * @param agency slug
 * @param topic slug: those who would get something about it
 * @param ended those who get nothing any more, instead of those who do
 */
public record SubscriberFilter(
        String text,
        @Nullable BulletinKind kind,
        @Nullable String agency,
        @Nullable String topic,
        boolean ended) {

    public static final SubscriberFilter ALL = new SubscriberFilter("", null, null, null, false);
}
