package org.safercommunities.portal.bulletins.drawing;

import java.util.Map;
import java.util.UUID;

/**
 * What the portal says about the documents, events and pictures of a bulletin, at one moment and to one reader. What is not in
 * it is not there, or not theirs to see.
 */
public record BlockFacts(
        Map<UUID, DocumentFacts> documents, Map<UUID, EventFacts> events, Map<UUID, PictureFacts> pictures) {

    /** Of a bulletin of words alone. */
    public static final BlockFacts NONE = new BlockFacts(Map.of(), Map.of(), Map.of());

    public BlockFacts {
        documents = Map.copyOf(documents);
        events = Map.copyOf(events);
        pictures = Map.copyOf(pictures);
    }
}
