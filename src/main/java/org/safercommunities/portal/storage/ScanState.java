package org.safercommunities.portal.storage;

/** Where a file stands with the virus scanner. */
public enum ScanState {
    /** A scanner is set up and has not looked at it yet. */
    WAITING,
    CLEAN,
    INFECTED,
    /** The scanner takes no files of this size. */
    TOO_LARGE,
    /** It came while no scanner was set up. */
    NOT_SCANNED,
    /** Somebody answers for it, whatever the scanner says. */
    RELEASED,
    /** It was infected, and its bytes are deleted for good. */
    DELETED;

    /** Whether nothing of the file leaves the portal. */
    public boolean held() {
        return this == WAITING || isRefused();
    }

    /** Whether waiting does not help. */
    public boolean isRefused() {
        return this == INFECTED || this == TOO_LARGE || this == DELETED;
    }
}
