package org.safercommunities.portal.bulletins;

import java.util.Set;
import java.util.stream.Collectors;
import org.safercommunities.portal.library.Topics;
import org.springframework.stereotype.Component;

/** Keeps what nobody knows out of a choice. */
@Component
class ChosenTopics {

    private final Topics topics;

    ChosenTopics(Topics topics) {
        this.topics = topics;
    }

    /** @throws InvalidBulletin at {@code topics} */
    SubscriptionChoice checked(SubscriptionChoice choice) {
        Set<String> unknown = unknown(choice);
        if (!unknown.isEmpty()) {
            throw new InvalidBulletin(
                    "topics", "“%s” is not a topic".formatted(unknown.iterator().next()));
        }
        return choice;
    }

    /** The same choice without topics that are none any more. */
    SubscriptionChoice known(SubscriptionChoice choice) {
        Set<String> unknown = unknown(choice);
        return new SubscriptionChoice(
                choice.kinds(),
                choice.topics().stream()
                        .filter(topic -> !unknown.contains(topic))
                        .collect(Collectors.toSet()));
    }

    private Set<String> unknown(SubscriptionChoice choice) {
        if (choice.topics().isEmpty()) {
            return Set.of();
        }
        Set<String> all = topics.names().keySet();
        return choice.topics().stream().filter(topic -> !all.contains(topic)).collect(Collectors.toSet());
    }
}
