package org.safercommunities.portal.agencies;

/** Something a person entered cannot be taken as it is; the message says what to do, the field says where. */
public class InvalidEntry extends RuntimeException {

    private final String field;

    public InvalidEntry(String field, String message) {
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
