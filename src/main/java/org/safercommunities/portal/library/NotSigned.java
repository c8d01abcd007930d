package org.safercommunities.portal.library;

/** A document would be theirs to read, had their agency signed the Information Sharing Agreement that is in force. */
public class NotSigned extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotSigned() {
        super("This document is OFFICIAL-SENSITIVE, and your agency’s signature of the Information Sharing Agreement is"
                + " missing or has lapsed. Your agency’s coordinator or whoever answers for it can have it signed.");
    }
}
