package org.safercommunities.portal.library.packs.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.library.packs.PackCard;
import org.safercommunities.portal.library.packs.PackContents;
import org.safercommunities.portal.library.packs.PackDetails;
import org.safercommunities.portal.library.packs.PackState;
import org.safercommunities.portal.shared.Dates;

/**
 * A pack as the API shows it.
 *
 * @param marking the highest of what you see in it
 * @param total how many members you see
 * @param documents how many of them are documents
 * @param size bytes of the documents
 * @param access for editors
 * @param members the first of them, when one pack was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PackJson(
        UUID id,
        String title,
        String description,
        PackState state,
        String marking,
        int total,
        int documents,
        long size,
        @Nullable OffsetDateTime published,
        OffsetDateTime changed,
        @Nullable String cover,
        String zip,
        @Nullable Access access,
        @Nullable List<PackMemberJson> members) {

    /** Who may see it beside the delegates of events that hand it out; people by e-mail. */
    record Access(boolean everyone, List<String> agencies, List<String> groups, List<String> people) {}

    static PackJson of(PackCard pack) {
        return of(
                pack.id(),
                pack.title(),
                pack.description(),
                pack.state(),
                pack.contents(),
                pack.publishedAt(),
                pack.changedAt(),
                pack.hasCover(),
                null,
                null);
    }

    static PackJson of(PackDetails pack, @Nullable Access access, List<PackMemberJson> members) {
        return of(
                pack.id(),
                pack.description().title(),
                pack.description().description(),
                pack.state(),
                pack.contents(),
                pack.publishedAt(),
                pack.changedAt(),
                pack.hasCover(),
                access,
                members);
    }

    private static PackJson of(
            UUID id,
            String title,
            String description,
            PackState state,
            PackContents contents,
            @Nullable Instant published,
            Instant changed,
            boolean hasCover,
            @Nullable Access access,
            @Nullable List<PackMemberJson> members) {
        String address = "/api/v1/collections/" + id;
        return new PackJson(
                id,
                title,
                description,
                state,
                contents.marking().label(),
                contents.members(),
                contents.documents(),
                contents.size(),
                published == null ? null : time(published),
                time(changed),
                hasCover ? address + "/cover" : null,
                address + ".zip",
                access,
                members);
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atZone(Dates.KENT).toOffsetDateTime();
    }
}
