package org.safercommunities.portal.agencies;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked about their own data.
 *
 * @param words what is wrong and how it should be, or why they want to be erased
 * @param answer null while nobody has answered
 */
public record DataRequest(
        UUID id,
        UUID person,
        Kind kind,
        String words,
        Instant asked,
        State state,
        @Nullable String answer,
        @Nullable Instant answered) {

    public enum Kind {
        /** Something is wrong. */
        CORRECTION,
        /** They want their account to be erased. */
        ERASURE
    }

    public enum State {
        OPEN,
        DONE,
        DECLINED
    }

    public boolean open() {
        return state == State.OPEN;
    }
}
