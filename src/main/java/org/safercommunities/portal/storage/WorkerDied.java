package org.safercommunities.portal.storage;

import org.jspecify.annotations.Nullable;

/** A worker did not survive a file. */
final class WorkerDied extends Exception {

    private static final long serialVersionUID = 1L;

    enum Cause {
        /** Killed at the time limit. */
        TIME,
        /** Ran out of heap. */
        MEMORY,
        /** Killed for filling the disk. */
        ROOM,
        /** Ended or answered nonsense for a reason we do not know. */
        BROKEN
    }

    private final Cause why;

    WorkerDied(Cause why, @Nullable Throwable cause) {
        super("The worker ended: " + why, cause);
        this.why = why;
    }

    Cause why() {
        return why;
    }
}
