package org.safercommunities.portal.library;

import java.util.UUID;

/** Something that must hold before a document is published. */
public interface BeforePublishing {

    /** @throws InvalidDocument when it does not, with what to do */
    void check(UUID document, UUID version, String mediaType);
}
