package org.safercommunities.portal.library.following;

import java.util.UUID;

/**
 * Something that can be followed.
 *
 * @param type one of those for which there are {@link FollowedNames}
 * @param id slug or id
 */
public record FollowedThing(String type, String id) {

    public static final String TOPIC = "topic";
    public static final String DOCUMENT = "document";
    public static final String COLLECTION = "collection";

    public static FollowedThing topic(String slug) {
        return new FollowedThing(TOPIC, slug);
    }

    public static FollowedThing document(UUID id) {
        return new FollowedThing(DOCUMENT, id.toString());
    }

    public static FollowedThing collection(UUID id) {
        return new FollowedThing(COLLECTION, id.toString());
    }
}
