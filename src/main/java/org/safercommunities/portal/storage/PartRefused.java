package org.safercommunities.portal.storage;

/** A piece of a file cannot be added where and as it came. The message may be shown to whoever sent it. */
public final class PartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What was wrong with it. */
    public enum Why {
        /** It does not follow on what is here. */
        POSITION,
        /** Another piece came in between, or another process of the portal is writing. */
        TAKEN,
        /** Its bytes are not those that were announced; none of them is kept. */
        CHECKSUM,
        /** It goes on after the end that was announced. */
        TOO_MUCH,
        /** The file has not all of its bytes yet. */
        UNFINISHED
    }

    private final Why why;

    PartRefused(Why why, String message) {
        super(message);
        this.why = why;
    }

    static PartRefused position(long here) {
        return new PartRefused(Why.POSITION, "%,d bytes are here: go on from there.".formatted(here));
    }

    static PartRefused taken() {
        return new PartRefused(
                Why.TAKEN, "Another request is adding to this upload. Ask how far it is, and go on from there.");
    }

    public Why why() {
        return why;
    }
}
