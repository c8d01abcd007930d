package org.safercommunities.portal.storage;

import org.jspecify.annotations.Nullable;

/** No worker process could be started: a fault of the installation, never of a file. */
public final class WorkerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WorkerUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
