package org.safercommunities.portal.library.packs;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/** A pack as it stands in a list, for somebody who may see it. */
@NamedInterface("packs")
public record PackCard(
        UUID id,
        String title,
        String description,
        PackState state,
        Instant changedAt,
        @Nullable Instant publishedAt,
        boolean hasCover,
        PackContents contents) {}
