package org.safercommunities.portal.library.packs;

import org.safercommunities.portal.library.Marking;
import org.springframework.modulith.NamedInterface;

/**
 * What a pack holds, as far as one reader may see it.
 *
 * @param size bytes of the documents
 * @param marking the highest of them
 */
@NamedInterface("packs")
public record PackContents(int members, int documents, long size, Marking marking) {

    static final PackContents NOTHING = new PackContents(0, 0, 0, Marking.OFFICIAL);
}
