package org.safercommunities.portal.library;

/** What was said of a document cannot be taken as it is; the message says what to do, the field says where. */
public class InvalidDocument extends RuntimeException {

    private final String field;

    public InvalidDocument(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
