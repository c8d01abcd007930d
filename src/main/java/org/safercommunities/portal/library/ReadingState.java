package org.safercommunities.portal.library;

/** What became of reading the words in a file. Whatever it is, the file itself is kept and can be downloaded. */
public enum ReadingState {
    /** Waiting for its turn. */
    PENDING,
    /** Its words are searchable. */
    TEXT,
    /** There are none: a picture, a recording, a scan. */
    NO_TEXT,
    /** A password keeps them. */
    LOCKED,
    DAMAGED,
    /** Reading was stopped because it took too long. */
    TOO_SLOW,
    /** Reading was stopped because it took too much memory. */
    TOO_LARGE,
    /** A kind of file that nothing here reads. */
    UNSUPPORTED
}
