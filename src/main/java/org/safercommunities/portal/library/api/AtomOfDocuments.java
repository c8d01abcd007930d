package org.safercommunities.portal.library.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.shared.AtomFeed;

/** Documents as a feed. */
final class AtomOfDocuments {

    private final String portal;
    private final String self;
    private final Map<String, String> topics;

    /**
     * @param portal its address, with a slash at the end
     * @param self the address of the feed
     * @param topics names by slug
     */
    AtomOfDocuments(String portal, String self, Map<String, String> topics) {
        this.portal = portal;
        this.self = self;
        this.topics = topics;
    }

    byte[] write(UUID owner, List<DocumentCard> documents) {
        Instant updated = documents.stream()
                .map(DocumentCard::when)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        return AtomFeed.written(
                new AtomFeed.Head(
                        "library of " + owner, "Safer Communities library", self, portal + "library", updated),
                feed -> {
                    for (DocumentCard document : documents) {
                        feed.entry(
                                document.id(),
                                document.title(),
                                document.when(),
                                portal + "library/" + document.id(),
                                entry -> rest(entry, document));
                    }
                });
    }

    private void rest(AtomFeed entry, DocumentCard document) throws XMLStreamException {
        for (String topic : document.topics()) {
            entry.category(topic, topics.getOrDefault(topic, topic));
        }
        entry.summary(document.description().isBlank() ? document.marking().label() : document.description());
    }
}
