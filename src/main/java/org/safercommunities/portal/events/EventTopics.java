package org.safercommunities.portal.events;

import java.util.Map;
import org.safercommunities.portal.library.Topics;
import org.springframework.stereotype.Component;

/** Events are sorted by the same topics as documents. */
@Component
class EventTopics {

    private final Topics topics;

    EventTopics(Topics topics) {
        this.topics = topics;
    }

    void check(EventPlan plan) {
        Map<String, String> known = topics.names();
        for (String topic : plan.topics()) {
            InvalidEvent.unless(
                    known.containsKey(topic),
                    "topics",
                    "“%s” is not a topic. Use some of: %s".formatted(topic, String.join(", ", known.keySet())));
        }
    }
}
