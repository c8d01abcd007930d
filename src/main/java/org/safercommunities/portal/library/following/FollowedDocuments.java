package org.safercommunities.portal.library.following;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.Documents;
import org.springframework.stereotype.Component;

/** Documents, as far as somebody may see them. */
@Component
class FollowedDocuments implements FollowedNames {

    private final Documents documents;

    FollowedDocuments(Documents documents) {
        this.documents = documents;
    }

    @Override
    public String type() {
        return FollowedThing.DOCUMENT;
    }

    @Override
    public Map<String, Named> of(Collection<String> ids, Reader reader) {
        Map<String, Named> found = new HashMap<>();
        documents
                .cards(ids.stream().flatMap(FollowedDocuments::id).toList(), reader)
                .forEach(card -> found.put(card.id().toString(), new Named(card.title(), "library/" + card.id())));
        return found;
    }

    private static Stream<UUID> id(String text) {
        try {
            return Stream.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Stream.empty();
        }
    }
}
