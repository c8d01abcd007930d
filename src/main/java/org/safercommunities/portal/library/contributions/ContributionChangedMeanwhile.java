package org.safercommunities.portal.library.contributions;

/** Somebody else has changed the offer, or decided on it, since this person read it. */
public class ContributionChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int version;

    ContributionChangedMeanwhile(String message, int version) {
        super(message);
        this.version = version;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** The one that there is now. */
    public int version() {
        return version;
    }
}
