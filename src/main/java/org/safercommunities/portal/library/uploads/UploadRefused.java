package org.safercommunities.portal.library.uploads;

/** What somebody wants with an upload cannot be. The message may be shown to them. */
public class UploadRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Why {
        MALFORMED,
        NOT_ALLOWED,
        /** There is none, or it is somebody else's. */
        UNKNOWN,
        EXPIRED,
        USED,
        /** It is longer than was announced. */
        TOO_MUCH,
        /** This person has begun too many, or too much. */
        TOO_MANY
    }

    private final Why why;

    UploadRefused(Why why, String message) {
        super(message);
        this.why = why;
    }

    static UploadRefused unknown() {
        return new UploadRefused(Why.UNKNOWN, "There is no such upload of yours. Begin it again.");
    }

    static UploadRefused used() {
        return new UploadRefused(
                Why.USED, "This upload is the file of a document already. Send the file again for another.");
    }

    public Why why() {
        return why;
    }
}
