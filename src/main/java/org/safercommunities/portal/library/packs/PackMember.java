package org.safercommunities.portal.library.packs;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.library.Marking;
import org.springframework.modulith.NamedInterface;

/**
 * One member of a pack, for somebody who may see both.
 *
 * @param note what its editor says of it here; may be empty
 * @param section the part of the pack that it stands in; may be empty
 * @param address of a link; empty for others
 */
@NamedInterface("packs")
public record PackMember(
        UUID id,
        MemberKind kind,
        String title,
        String note,
        String section,
        String address,
        @Nullable Document document,
        @Nullable PackEvent event) {

    /**
     * @param taken the version that this person took out with the pack; null when they took none
     */
    public record Document(
            UUID id,
            String kind,
            String description,
            Marking marking,
            @Nullable String handling,
            boolean draft,
            int version,
            long size,
            String fileName,
            String mediaType,
            @Nullable Integer pages,
            @Nullable Integer taken) {

        /** Whether this person has an earlier version. */
        public boolean newer() {
            return taken != null && taken < version;
        }
    }
}
