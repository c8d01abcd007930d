package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import java.util.Optional;
import java.util.UUID;

/** An id in the address of a page. */
public final class IdInAddress {

    private IdInAddress() {}

    /**
     * Empty when it is no id at all, which is answered like an unknown one.
     *
     * @param parameter of the route, for example {@code document}
     */
    public static Optional<UUID> of(BeforeEnterEvent event, String parameter) {
        try {
            return event.getRouteParameters().get(parameter).map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
