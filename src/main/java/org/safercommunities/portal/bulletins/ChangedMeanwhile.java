package org.safercommunities.portal.bulletins;

import java.time.Instant;
import java.util.UUID;

/** Somebody else has saved the bulletin since this editor began; nothing of either is lost. */
public class ChangedMeanwhile extends RuntimeException {

    private final int edition;
    private final UUID editor;
    private final Instant at;

    ChangedMeanwhile(int edition, UUID editor, Instant at) {
        super("Somebody else has changed this bulletin meanwhile. Read edition %d and change that".formatted(edition));
        this.edition = edition;
        this.editor = editor;
        this.at = at;
    }

    /** The edition that there is now. */
    public int edition() {
        return edition;
    }

    /** Who saved it. */
    public UUID editor() {
        return editor;
    }

    public Instant at() {
        return at;
    }
}
