package org.safercommunities.portal.library;

import java.util.UUID;

/**
 * What lets delegates find in search what a pack opens to them: the lock of the pack and of its opened documents. The key that fits is
 * held by whoever the view {@code person_key} names at this moment.
 */
public final class DelegateKey {

    private DelegateKey() {}

    public static String of(UUID pack) {
        return "pack:" + pack;
    }
}
