package org.safercommunities.portal.shared.ui;

/** What a thing is about; grey, for it means no state. Left out of rows on a phone. */
public class TopicChip extends Chip {

    public TopicChip(String topic) {
        super(topic, "sc-topic");
    }
}
