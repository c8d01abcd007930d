package org.safercommunities.portal.library.api;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Audiences;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.shared.StrictJson;
import org.springframework.stereotype.Component;

/** Reads what the API's callers say of documents. */
@Component
class Descriptions {

    private final Audiences audiences;

    Descriptions(Audiences audiences) {
        this.audiences = audiences;
    }

    DocumentMetadata read(@Nullable String json) {
        if (json == null || json.isBlank()) {
            return DocumentMetadata.NOTHING_SAID;
        }
        return StrictJson.read(
                json, DocumentMetadata.class, (field, sentence) -> new InvalidDocument("metadata", sentence));
    }

    DocumentDescription fresh(DocumentMetadata said, String fileName) {
        return new DocumentDescription(
                said.title() == null ? withoutEnding(fileName) : said.title(),
                orElse(said.description(), ""),
                orElse(said.kind(), "other"),
                topics(said.topics() == null ? List.of() : said.topics()),
                Marking.of(orElse(said.marking(), "OFFICIAL")),
                said.handling(),
                said.audience() == null ? Audience.ofEveryone() : audience(said.audience()),
                said.reviewOn());
    }

    DocumentDescription changed(DocumentDescription before, DocumentMetadata said) {
        return new DocumentDescription(
                orElse(said.title(), before.title()),
                orElse(said.description(), before.description()),
                orElse(said.kind(), before.kind()),
                said.topics() == null ? before.topics() : topics(said.topics()),
                said.marking() == null ? before.marking() : Marking.of(said.marking()),
                said.handling() == null ? before.handling() : said.handling(),
                said.audience() == null ? before.audience() : audience(said.audience()),
                said.reviewOn() == null ? before.reviewOn() : said.reviewOn());
    }

    private Audience audience(Audiences.Written said) {
        try {
            return audiences.of(said);
        } catch (InvalidEntry invalid) {
            throw new InvalidDocument(invalid.field(), invalid.getMessage());
        }
    }

    private static Set<String> topics(List<String> slugs) {
        return new LinkedHashSet<>(slugs);
    }

    private static String orElse(@Nullable String said, String otherwise) {
        return said == null ? otherwise : said;
    }

    private static String withoutEnding(String fileName) {
        String name = fileName.replaceAll(".*[/\\\\]", "");
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return stem.isBlank() ? "Document" : stem;
    }
}
