package org.safercommunities.portal.library.packs;

import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/** There is no such pack, or member of one, for this person: it does not exist, or is not theirs. Which of the two is not said. */
@NamedInterface("packs")
public class UnknownPack extends RuntimeException {

    public UnknownPack(UUID id) {
        super("No pack %s for this person".formatted(id));
    }
}
