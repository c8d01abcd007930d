package org.safercommunities.portal.storage;

import org.jspecify.annotations.Nullable;

/**
 * What the virus scanner said of a file.
 *
 * @param finding what it calls what it found, or the largest size it takes; null when there is nothing to say
 */
public record FileScan(ScanState state, @Nullable String finding) {

    /** Nobody ever asked. */
    public static final FileScan NONE = new FileScan(ScanState.NOT_SCANNED, null);

    public boolean held() {
        return state.held();
    }

    /** What a reader is told, as a sentence; empty when the file is theirs to have. */
    public String inWords() {
        return switch (state) {
            case WAITING -> "This file is being checked for viruses. Nobody gets it until that is done.";
            case INFECTED -> "This file is held back, because the virus scanner found something in it.";
            case TOO_LARGE -> "This file is held back, because it is larger than the virus scanner takes.";
            case DELETED -> "This file was deleted, because the virus scanner found something in it.";
            case CLEAN, NOT_SCANNED, RELEASED -> "";
        };
    }
}
