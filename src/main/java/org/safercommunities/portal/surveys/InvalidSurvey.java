package org.safercommunities.portal.surveys;

import org.safercommunities.portal.shared.InvalidInput;

/**
 * What was said of a survey, or answered, cannot be taken; the message says what to do, the field says where: {@code title},
 * {@code questions}, {@code closes}, or the id of the question that an answer is missing to.
 */
public class InvalidSurvey extends InvalidInput {

    public InvalidSurvey(String field, String message) {
        super(field, message);
    }
}
