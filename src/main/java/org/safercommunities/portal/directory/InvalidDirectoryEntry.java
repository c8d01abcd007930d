package org.safercommunities.portal.directory;

import org.safercommunities.portal.shared.InvalidInput;

/** Something in an entry is not as it should be; the message says what to do, the field where. */
public final class InvalidDirectoryEntry extends InvalidInput {

    public InvalidDirectoryEntry(String field, String message) {
        super(field, message);
    }
}
