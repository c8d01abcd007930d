package org.safercommunities.portal.library;

/** A document was withdrawn or has expired, and this person may know it. */
public class DocumentIsGone extends RuntimeException {

    private final transient GoneDocument gone;

    public DocumentIsGone(GoneDocument gone) {
        super(
                gone.withdrawn()
                        ? "This document was withdrawn. The reason: " + gone.reason()
                        : "This document has expired.");
        this.gone = gone;
    }

    public GoneDocument gone() {
        return gone;
    }
}
