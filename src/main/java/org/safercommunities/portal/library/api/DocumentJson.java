package org.safercommunities.portal.library.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document as the API tells it. {@code access} and {@code downloads} are for editors only; {@code duplicates} is told when a file comes in. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DocumentJson(
        String id,
        String title,
        String description,
        String kind,
        List<String> topics,
        String agency,
        String marking,
        @Nullable String handling,
        String state,
        @Nullable OffsetDateTime published,
        @Nullable LocalDate reviewOn,
        @Nullable OffsetDateTime visibleFrom,
        @Nullable OffsetDateTime visibleUntil,
        @Nullable LocalDate disposeOn,
        @Nullable String retentionBasis,
        @Nullable String owner,
        @Nullable Withdrawn withdrawn,
        String mediaType,
        long size,
        int version,
        String fileName,
        @Nullable Integer pages,
        Processing processing,
        Scan scan,
        List<String> warnings,
        List<VersionJson> versions,
        @Nullable Access access,
        @Nullable Integer downloads,
        @Nullable List<Duplicate> duplicates) {

    /** The same, with what has the same bytes. */
    DocumentJson with(List<Duplicate> same) {
        return new DocumentJson(
                id,
                title,
                description,
                kind,
                topics,
                agency,
                marking,
                handling,
                state,
                published,
                reviewOn,
                visibleFrom,
                visibleUntil,
                disposeOn,
                retentionBasis,
                owner,
                withdrawn,
                mediaType,
                size,
                version,
                fileName,
                pages,
                processing,
                scan,
                warnings,
                versions,
                access,
                downloads,
                same);
    }

    /**
     * What the virus scanner said of the file: {@code WAITING}, {@code INFECTED}, {@code TOO_LARGE} and {@code DELETED} are held back,
     * {@code CLEAN}, {@code NOT_SCANNED} and {@code RELEASED} are not.
     *
     * @param finding what it found, for editors
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Scan(String state, @Nullable String finding) {}

    /** Another document, that whoever asks may see, of which a version has the very same bytes. */
    record Duplicate(String id, String title) {}

    /** What became of reading the words in the file: {@code PENDING} while it waits. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Processing(String state, @Nullable String reason) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VersionJson(
            int number,
            String sha256,
            long size,
            String fileName,
            String mediaType,
            String note,
            OffsetDateTime added,
            Processing processing,
            Scan scan) {}

    /** That it was taken back. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Withdrawn(
            OffsetDateTime at, String reason, @Nullable String replacedBy) {}

    /** Who may see it, and why in words. */
    record Access(
            boolean everyone, List<String> agencies, List<String> groups, List<String> people, String explanation) {}
}
