package org.safercommunities.portal.library.api;

/** A call that is not what tus 1.0 says a call is; the message says what to do. */
final class TusRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    TusRefusal(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
