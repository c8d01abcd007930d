package org.safercommunities.portal.library.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document as the API tells it. {@code access} and {@code downloads} are for editors only. */
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
        List<String> warnings,
        List<VersionJson> versions,
        @Nullable Access access,
        @Nullable Integer downloads) {

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
            Processing processing) {}

    /** That it was taken back. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Withdrawn(
            OffsetDateTime at, String reason, @Nullable String replacedBy) {}

    /** Who may see it, and why in words. */
    record Access(
            boolean everyone, List<String> agencies, List<String> groups, List<String> people, String explanation) {}
}
