package org.safercommunities.portal.library.contributions;

/** How far an offered document has come. */
public enum ContributionState {
    /** Being written, or taken back; only its author sees it. */
    DRAFT,
    /** Sent, and waiting for the team. */
    WAITING,
    /** In the library, as a document or as a newer version of one. */
    PUBLISHED,
    /** The team does not take it, and said why; its author may change it and send it again. */
    DECLINED;

    /** Whether its author may still change it. */
    public boolean isOpen() {
        return this != PUBLISHED;
    }
}
