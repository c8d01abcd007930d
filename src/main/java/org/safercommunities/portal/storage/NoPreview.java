package org.safercommunities.portal.storage;

/** A page cannot be shown as a picture. The message says why, to whoever looks at it. */
public final class NoPreview extends Exception {

    private static final long serialVersionUID = 1L;

    NoPreview(String reason) {
        super(reason);
    }

    /** The same as the message, never null. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
