package org.safercommunities.portal.library.packs;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Everything about one pack but its members, for somebody who may see it.
 *
 * @param agency slug of the agency it is from
 * @param mayChange whether this person may change it
 */
@NamedInterface("packs")
public record PackDetails(
        UUID id,
        PackDescription description,
        PackState state,
        UUID owner,
        String agency,
        Instant changedAt,
        @Nullable Instant publishedAt,
        boolean hasCover,
        boolean mayChange,
        PackContents contents) {}
