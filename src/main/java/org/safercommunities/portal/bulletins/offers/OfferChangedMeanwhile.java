package org.safercommunities.portal.bulletins.offers;

/** Somebody else has changed the item since this person read it. */
public class OfferChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int version;

    OfferChangedMeanwhile(int version) {
        super("Somebody else has changed this item meanwhile. Look at it again, then change it");
        this.version = version;
    }

    /** The one that there is now. */
    public int version() {
        return version;
    }
}
