package org.safercommunities.portal.library.following;

import java.util.Collection;
import java.util.Map;
import org.safercommunities.portal.agencies.Reader;

/** What things of one type are called, as far as somebody may see them now. Each type that can be followed has one, as a bean. */
public interface FollowedNames {

    /** For example {@link FollowedThing#TOPIC}. */
    String type();

    /** Those of these that this person may see now. One statement. */
    Map<String, Named> of(Collection<String> ids, Reader reader);

    /** @param path of its page, without a leading slash */
    record Named(String name, String path) {}
}
