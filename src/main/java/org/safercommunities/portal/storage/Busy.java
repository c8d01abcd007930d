package org.safercommunities.portal.storage;

/** Too many files wait to be read or drawn. Nothing is wrong with this one: try again in a while. */
public final class Busy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Busy() {
        super("Too many files are waiting to be read. Please try again in a few minutes.");
    }
}
