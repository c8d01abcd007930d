package org.safercommunities.portal.library;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.audit.AuditNames;
import org.springframework.stereotype.Component;

/** Titles of documents where the trail has their ids: of those that whoever reads the trail may see, and of no other. */
@Component
class NamesOfDocuments implements AuditNames {

    private final Documents documents;
    private final CurrentReader currentReader;

    NamesOfDocuments(Documents documents, CurrentReader currentReader) {
        this.documents = documents;
        this.currentReader = currentReader;
    }

    @Override
    public String type() {
        return "document";
    }

    @Override
    public Map<String, String> names(Collection<String> ids) {
        return documents.cards(ids.stream().flatMap(NamesOfDocuments::id).toList(), currentReader.get()).stream()
                .collect(Collectors.toMap(card -> card.id().toString(), card -> "“%s”".formatted(card.title())));
    }

    private static Stream<UUID> id(String text) {
        try {
            return Stream.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Stream.empty();
        }
    }
}
