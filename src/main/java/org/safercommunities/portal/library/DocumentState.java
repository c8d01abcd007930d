package org.safercommunities.portal.library;

/** Where a document is in its life. */
public enum DocumentState {
    DRAFT,
    /** For its audience, between the moments of its {@link DocumentTerm}. */
    PUBLISHED,
    /** Its place says that it was taken back, and why; only editors get at what it held. */
    WITHDRAWN,
    /** Nobody sees it any more; what is kept of it waits for the end of its retention. */
    REMOVED,
    /** Its bytes are deleted for good; a record of it stays. */
    DISPOSED
}
