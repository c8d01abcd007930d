package org.safercommunities.portal.library.packs;

import org.safercommunities.portal.shared.InvalidInput;
import org.springframework.modulith.NamedInterface;

/** What was said of a pack cannot be taken as it is; the message says what to do, the field says where. */
@NamedInterface("packs")
public class InvalidPack extends InvalidInput {

    public InvalidPack(String field, String message) {
        super(field, message);
    }

    static void unless(boolean fine, String field, String message) {
        if (!fine) {
            throw new InvalidPack(field, message);
        }
    }
}
