package org.safercommunities.portal.library.packs.api;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Audiences.Written;
import org.safercommunities.portal.library.packs.InvalidPack;
import org.safercommunities.portal.library.packs.NewMember;
import org.safercommunities.portal.library.packs.PackState;

/** What callers say of packs. What is left out takes its default, in a PATCH it stays as it is. */
final class PackWishes {

    private PackWishes() {}

    /** @param state PUBLISHED or TAKEN_DOWN; a new pack is a draft when it is left out */
    record Pack(
            @Nullable String title,
            @Nullable String description,
            @Nullable Written audience,
            @Nullable PackState state) {}

    /** One of document, event and href; a link has a title too. */
    record Member(
            @Nullable UUID document,
            @Nullable UUID event,
            @Nullable String href,
            @Nullable String title,
            @Nullable String note,
            @Nullable String section) {

        NewMember asked() {
            long things = (document == null ? 0 : 1) + (event == null ? 0 : 1) + (href == null ? 0 : 1);
            if (things != 1) {
                throw new InvalidPack(
                        "document", "Give the id of a document, the id of an event, or the href of a link");
            }
            NewMember member = document != null
                    ? NewMember.document(document)
                    : event != null ? NewMember.event(event) : NewMember.link(orNothing(title), orNothing(href));
            return member.with(orNothing(note), orNothing(section));
        }

        private static String orNothing(@Nullable String words) {
            return words == null ? "" : words;
        }
    }

    /**
     * @param before the member that it is put before
     * @param last whether it is put at the end
     */
    record MemberChange(
            @Nullable String title,
            @Nullable String note,
            @Nullable String section,
            @Nullable UUID before,
            @Nullable Boolean last) {}

    /** @param members ids of all members, the first first */
    record Order(List<UUID> members) {}
}
