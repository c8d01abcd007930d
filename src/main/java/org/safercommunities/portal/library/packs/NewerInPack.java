package org.safercommunities.portal.library.packs;

import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/** A published document has a newer version than some people took out with a pack; {@link Takers#of} says who they are. */
@NamedInterface("packs")
public record NewerInPack(UUID document, int number) {}
