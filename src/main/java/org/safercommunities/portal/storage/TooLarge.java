package org.safercommunities.portal.storage;

import org.springframework.util.unit.DataSize;

/** A file is larger than the portal takes. The message may be shown to whoever sent it. */
public final class TooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long limit;

    TooLarge(DataSize limit) {
        super("This file is larger than " + Sizes.words(limit.toBytes()) + ", the most the portal takes.");
        this.limit = limit.toBytes();
    }

    /** In bytes. */
    public long limit() {
        return limit;
    }
}
