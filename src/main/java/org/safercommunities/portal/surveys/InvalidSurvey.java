package org.safercommunities.portal.surveys;

/** What was said of a survey, or answered, cannot be taken; the message says what to do, the field says where. */
public class InvalidSurvey extends RuntimeException {

    private final String field;

    public InvalidSurvey(String field, String message) {
        super(message);
        this.field = field;
    }

    /** {@code title}, {@code questions}, {@code closes}, or the id of the question that an answer is missing to. */
    public String field() {
        return field;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
