package org.safercommunities.portal.library;

/** Where a document stands. */
public enum DocumentState {
    /** Seen by whoever put it in, and by the editors who will see it once published. */
    DRAFT,
    PUBLISHED,
    /** Taken out: nobody sees it any more; its trail stays. */
    REMOVED
}
