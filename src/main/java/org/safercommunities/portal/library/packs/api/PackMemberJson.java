package org.safercommunities.portal.library.packs.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.library.packs.MemberKind;
import org.safercommunities.portal.library.packs.PackEvent;
import org.safercommunities.portal.library.packs.PackMember;

/** A member of a pack as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PackMemberJson(
        UUID id,
        MemberKind type,
        String title,
        String section,
        String note,
        @Nullable String href,
        @Nullable Document document,
        @Nullable Event event) {

    /** @param taken the version that you took out with this pack */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Document(
            UUID id,
            String kind,
            String marking,
            @Nullable String handling,
            boolean draft,
            String mediaType,
            long size,
            int version,
            @Nullable Integer taken) {}

    record Event(UUID id, OffsetDateTime start, OffsetDateTime end) {}

    static PackMemberJson of(PackMember member) {
        PackMember.Document document = member.document();
        PackEvent event = member.event();
        return new PackMemberJson(
                member.id(),
                member.kind(),
                member.title(),
                member.section(),
                member.note(),
                member.kind() == MemberKind.LINK ? member.address() : null,
                document == null
                        ? null
                        : new Document(
                                document.id(),
                                document.kind(),
                                document.marking().label(),
                                document.handling(),
                                document.draft(),
                                document.mediaType(),
                                document.size(),
                                document.version(),
                                document.taken()),
                event == null ? null : new Event(event.id(), PackJson.time(event.start()), PackJson.time(event.end())));
    }
}
