package org.safercommunities.portal.library.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Audiences;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.DocumentTerm;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.shared.StrictJson;
import org.springframework.stereotype.Component;

/** Reads what the API's callers say of documents. */
@Component
class Descriptions {

    private static final List<String> CLEARABLE =
            List.of("handling", "reviewOn", "visibleFrom", "visibleUntil", "disposeOn", "retentionBasis");

    private final Audiences audiences;
    private final PersonList people;

    Descriptions(Audiences audiences, PersonList people) {
        this.audiences = audiences;
        this.people = people;
    }

    DocumentMetadata read(@Nullable String json) {
        if (json == null || json.isBlank()) {
            return DocumentMetadata.NOTHING_SAID;
        }
        return StrictJson.read(
                json, DocumentMetadata.class, (field, sentence) -> new InvalidDocument("metadata", sentence));
    }

    /** The same of a PATCH, in which null is not the same as nothing said (RFC 7396). */
    DocumentMetadata readChange(String json) {
        return read(json).clearing(StrictJson.nulls(json));
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
                changed(said, "handling", before.handling(), said.handling()),
                said.audience() == null ? before.audience() : audience(said.audience()),
                changed(said, "reviewOn", before.reviewOn(), said.reviewOn()));
    }

    DocumentTerm changed(DocumentTerm before, DocumentMetadata said) {
        return new DocumentTerm(
                said.owner() == null ? before.owner() : owner(said.owner()),
                changed(said, "visibleFrom", before.visibleFrom(), instant(said.visibleFrom())),
                changed(said, "visibleUntil", before.visibleUntil(), instant(said.visibleUntil())),
                changed(said, "disposeOn", before.disposeOn(), said.disposeOn()),
                changed(said, "retentionBasis", before.retentionBasis(), said.retentionBasis()));
    }

    /** Only what can be nothing can be cleared. */
    private static <T> @Nullable T changed(DocumentMetadata said, String name, @Nullable T before, @Nullable T value) {
        List<String> clear = said.clear() == null ? List.of() : said.clear();
        for (String each : clear) {
            if (!CLEARABLE.contains(each)) {
                throw new InvalidDocument(
                        "clear",
                        "“%s” cannot be cleared. Use some of: %s".formatted(each, String.join(", ", CLEARABLE)));
            }
        }
        return value != null ? value : clear.contains(name) ? null : before;
    }

    private UUID owner(String email) {
        return people.findByEmail(email)
                .filter(PersonSummary::active)
                .map(PersonSummary::id)
                .orElseThrow(() -> new InvalidDocument("owner", "Nobody here has the address “%s”".formatted(email)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }

    Audience audience(Audiences.Written said) {
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
        String name = StoredFile.safe(fileName);
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return stem.isBlank() ? "Document" : stem;
    }
}
