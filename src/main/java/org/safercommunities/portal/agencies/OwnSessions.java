package org.safercommunities.portal.agencies;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The open sessions of whoever is asking. */
public interface OwnSessions {

    /** So many days it is kept that somebody signed in. */
    int KEPT_DAYS = 90;

    /** The newest first. */
    List<OpenSession> list();

    /**
     * Ends all of them but the one that asks; they close within ten seconds, on whichever node. Returns how many.
     *
     * @throws ProofMissing unless {@link #fresh()}: whoever sits down at a computer left open locks nobody out
     */
    int endOthers();

    /** Whether whoever asks has signed in, or given a code, a few minutes ago. */
    boolean fresh();

    /**
     * @param device what it was opened with, for example “Firefox on Windows”; null when the browser did not say
     * @param here whether this is the session that asks
     */
    record OpenSession(Instant opened, @Nullable String device, boolean here) {}
}
