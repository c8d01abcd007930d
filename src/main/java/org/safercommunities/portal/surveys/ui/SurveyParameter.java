package org.safercommunities.portal.surveys.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteParameters;
import java.util.UUID;

/** The id of a survey in an address; anything else there is a page that does not exist. */
final class SurveyParameter {

    private SurveyParameter() {}

    static UUID of(RouteParameters parameters) {
        try {
            return UUID.fromString(parameters.get("survey").orElse(""));
        } catch (IllegalArgumentException none) {
            throw new NotFoundException();
        }
    }

    static UUID of(BeforeEnterEvent event) {
        return of(event.getRouteParameters());
    }
}
