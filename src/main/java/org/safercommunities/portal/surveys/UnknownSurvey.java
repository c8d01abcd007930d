package org.safercommunities.portal.surveys;

import java.util.UUID;

/** There is no such survey, or it is not this person’s to see. Nobody can tell which. */
public class UnknownSurvey extends RuntimeException {

    public UnknownSurvey(UUID id) {
        super("There is no survey with the id %s".formatted(id));
    }
}
