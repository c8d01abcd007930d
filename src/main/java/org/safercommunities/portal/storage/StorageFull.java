package org.safercommunities.portal.storage;

import org.jspecify.annotations.Nullable;

/** There is no room left for files. The message may be shown to whoever sent one. */
public final class StorageFull extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StorageFull(@Nullable Throwable cause) {
        super("The portal has no room left for this file. Please tell an administrator, and try again later.", cause);
    }
}
