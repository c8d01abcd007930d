package org.safercommunities.portal.storage;

/** There is no content with this SHA-256 in the store. */
public final class BlobMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BlobMissing(String sha256) {
        super("No file is stored under " + sha256);
    }
}
