package org.safercommunities.portal.library.packs;

import java.time.Instant;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/** An event as it stands in a pack. */
@NamedInterface("packs")
public record PackEvent(UUID id, String title, Instant start, Instant end, String path) {}
