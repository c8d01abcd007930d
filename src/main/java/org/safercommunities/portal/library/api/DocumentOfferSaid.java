package org.safercommunities.portal.library.api;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.contributions.ContributionContent;
import org.safercommunities.portal.shared.StrictJson;

/**
 * What the API’s callers say of a document that they offer. What is left out takes its default, in a PATCH it stays as it is.
 *
 * @param description what it is, and for whom
 * @param audienceWish in words, who may see it; empty for everyone
 * @param note of a newer version: what changed
 * @param named whether the author’s name is shown beside that of their agency
 * @param mayShare that they may pass it on, and others may use it again
 * @param noPersonalData that it tells nothing of people who can be recognised
 * @param versionOf id of a document of the library that they offered; only when beginning
 * @param send whether it is sent at once; only when beginning
 * @param version in a PATCH: the one that is changed
 */
record DocumentOfferSaid(
        @Nullable String title,
        @Nullable String description,
        @Nullable String kind,
        @Nullable List<String> topics,
        @Nullable String marking,
        @Nullable String handling,
        @Nullable String audienceWish,
        @Nullable String note,
        @Nullable Boolean named,
        @Nullable Boolean mayShare,
        @Nullable Boolean noPersonalData,
        @Nullable UUID versionOf,
        @Nullable Boolean send,
        @Nullable Integer version) {

    static DocumentOfferSaid read(@Nullable String body) {
        return StrictJson.read(Objects.requireNonNullElse(body, ""), DocumentOfferSaid.class, InvalidDocument::new);
    }

    ContributionContent over(ContributionContent before) {
        return new ContributionContent(
                or(title, before.title()),
                or(description, before.description()),
                or(kind, before.kind()),
                topics == null ? before.topics() : Set.copyOf(topics),
                marking == null ? before.marking() : Marking.of(marking),
                or(handling, before.handling()),
                or(audienceWish, before.audienceWish()),
                or(note, before.note()),
                or(named, before.named()),
                or(mayShare, before.mayShare()),
                or(noPersonalData, before.noPersonalData()));
    }

    private static <T> T or(@Nullable T said, T before) {
        return Objects.requireNonNullElse(said, before);
    }
}
