package org.safercommunities.portal.bulletins.offers;

/** How far an offered item has come. */
public enum OfferState {
    /** Being written; only the agency sees it. */
    DRAFT,
    /** Waits for the team. */
    OFFERED,
    /** Stands in a bulletin that is being written. */
    TAKEN_IN,
    /** Went out with a bulletin. */
    PUBLISHED,
    /** The team does not take it, and said why; the agency may change it and offer it again. */
    DECLINED;

    /** Whether the agency may still change or withdraw it, as far as its deadline allows. */
    public boolean isOpen() {
        return this == DRAFT || this == OFFERED || this == DECLINED;
    }
}
