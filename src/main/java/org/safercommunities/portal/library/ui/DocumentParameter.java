package org.safercommunities.portal.library.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import java.util.Optional;
import java.util.UUID;

/** The document's id in the address of a page. */
final class DocumentParameter {

    private DocumentParameter() {}

    /** Empty when it is no id at all, which is answered like an unknown one. */
    static Optional<UUID> of(BeforeEnterEvent event) {
        try {
            return event.getRouteParameters().get("document").map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
