package org.safercommunities.portal.library.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.library.ReadingState;
import org.safercommunities.portal.library.VersionSummary;
import org.safercommunities.portal.library.contributions.ContributionContent;
import org.safercommunities.portal.library.contributions.ContributionDetails;
import org.safercommunities.portal.library.contributions.ContributionState;

/**
 * An offered document as the API shows it.
 *
 * @param agency to which it is credited
 * @param document what it became
 * @param reason why it was declined
 * @param missing what has to be said before it can be sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DocumentOfferJson(
        UUID id,
        ContributionState state,
        String agency,
        String title,
        String description,
        String kind,
        List<String> topics,
        String marking,
        String handling,
        String audienceWish,
        String note,
        boolean named,
        boolean mayShare,
        boolean noPersonalData,
        @Nullable File file,
        @Nullable UUID versionOf,
        @Nullable UUID document,
        int version,
        @Nullable OffsetDateTime sent,
        @Nullable OffsetDateTime decided,
        @Nullable String reason,
        @Nullable List<String> missing) {

    /** @param higherMarkings words in it that look like a marking above OFFICIAL */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record File(
            String name,
            long size,
            String mediaType,
            String sha256,
            @Nullable Integer pages,
            ReadingState reading,
            @Nullable String readingReason,
            List<String> higherMarkings) {

        static @Nullable File of(@Nullable VersionSummary file) {
            return file == null
                    ? null
                    : new File(
                            file.fileName(),
                            file.size(),
                            file.mediaType(),
                            file.sha256(),
                            file.pages(),
                            file.reading(),
                            file.readingReason(),
                            file.higherMarkings());
        }
    }

    static DocumentOfferJson of(ContributionDetails offer) {
        ContributionContent said = offer.content();
        boolean toBeSent = offer.state() == ContributionState.DRAFT || offer.state() == ContributionState.DECLINED;
        return new DocumentOfferJson(
                offer.id(),
                offer.state(),
                offer.agency(),
                said.title(),
                said.description(),
                said.kind(),
                said.topics().stream().sorted().toList(),
                said.marking().label(),
                said.handling(),
                said.audienceWish(),
                said.note(),
                said.named(),
                said.mayShare(),
                said.noPersonalData(),
                File.of(offer.file()),
                offer.versionOf(),
                offer.document(),
                offer.version(),
                time(offer.sentAt()),
                time(offer.decidedAt()),
                offer.reason(),
                toBeSent
                        ? said.missing(offer.isNewerVersion(), offer.file() != null).stream()
                                .map(fault -> fault.field())
                                .toList()
                        : null);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
