package org.safercommunities.portal.library.api;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Audiences.Written;

/**
 * What the API's callers say of a document. What is left out takes its default, in a PATCH it stays as it is.
 *
 * @param owner e-mail address of the person who answers for it
 * @param clear in a PATCH: names of those of these that are to be nothing again, which null says too, of {@code handling}, {@code reviewOn},
 *     {@code visibleFrom}, {@code visibleUntil}, {@code disposeOn} and {@code retentionBasis}
 */
record DocumentMetadata(
        @Nullable String title,
        @Nullable String kind,
        @Nullable List<String> topics,
        @Nullable String marking,
        @Nullable String handling,
        @Nullable Written audience,
        @Nullable String description,
        @Nullable LocalDate reviewOn,
        @Nullable Boolean draft,
        @Nullable String owner,
        @Nullable OffsetDateTime visibleFrom,
        @Nullable OffsetDateTime visibleUntil,
        @Nullable LocalDate disposeOn,
        @Nullable String retentionBasis,
        @Nullable List<String> clear) {

    static final DocumentMetadata NOTHING_SAID = new DocumentMetadata(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** The same, with more to be nothing again. */
    DocumentMetadata clearing(Collection<String> more) {
        return new DocumentMetadata(
                title,
                kind,
                topics,
                marking,
                handling,
                audience,
                description,
                reviewOn,
                draft,
                owner,
                visibleFrom,
                visibleUntil,
                disposeOn,
                retentionBasis,
                Stream.concat(clear == null ? Stream.empty() : clear.stream(), more.stream())
                        .distinct()
                        .toList());
    }
}
