package org.safercommunities.portal.library.ui;

import java.util.List;
import java.util.Set;
import org.safercommunities.portal.agencies.ui.AudienceChoices;
import org.safercommunities.portal.library.Topics;
import org.springframework.stereotype.Component;

/** What can be chosen when a document is described. */
@Component
class DescriptionChoices {

    private final Topics topics;
    private final AudienceChoices audience;

    DescriptionChoices(Topics topics, AudienceChoices audience) {
        this.topics = topics;
        this.audience = audience;
    }

    List<Topics.Kind> kinds() {
        return topics.currentKinds();
    }

    /** Those, and the one that a document has already. */
    List<Topics.Kind> kindsAnd(String had) {
        List<Topics.Kind> current = kinds();
        return topics.kinds().stream()
                .filter(kind -> kind.slug().equals(had) || current.contains(kind))
                .toList();
    }

    /** Those, and the ones that a document has already. */
    List<Topics.Topic> topicsAnd(Set<String> had) {
        List<Topics.Topic> current = topics();
        return topics.all().stream()
                .filter(topic -> had.contains(topic.slug()) || current.contains(topic))
                .toList();
    }

    Topics.Kind kind(String slug) {
        List<Topics.Kind> kinds = topics.kinds();
        return kinds.stream()
                .filter(kind -> kind.slug().equals(slug))
                .findFirst()
                .orElse(kinds.getLast());
    }

    List<Topics.Topic> topics() {
        return topics.current();
    }

    AudienceChoices audience() {
        return audience;
    }
}
