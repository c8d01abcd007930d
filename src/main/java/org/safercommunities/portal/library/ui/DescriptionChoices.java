package org.safercommunities.portal.library.ui;

import java.util.List;
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
        return topics.kinds();
    }

    Topics.Kind kind(String slug) {
        List<Topics.Kind> kinds = kinds();
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
