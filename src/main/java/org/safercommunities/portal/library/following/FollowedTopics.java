package org.safercommunities.portal.library.following;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.Topics;
import org.springframework.stereotype.Component;

/** Topics are for everybody. */
@Component
class FollowedTopics implements FollowedNames {

    private final Topics topics;

    FollowedTopics(Topics topics) {
        this.topics = topics;
    }

    @Override
    public String type() {
        return FollowedThing.TOPIC;
    }

    @Override
    public Map<String, Named> of(Collection<String> ids, Reader reader) {
        Map<String, Named> found = new HashMap<>();
        topics.names().forEach((slug, name) -> {
            if (ids.contains(slug)) {
                found.put(slug, new Named(name, "library?topic=" + slug));
            }
        });
        return found;
    }
}
