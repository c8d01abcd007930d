package org.safercommunities.portal.events;

/** What was said of an event cannot be taken as it is; the message says what to do, the field says where. */
public class InvalidEvent extends RuntimeException {

    private final String field;

    public InvalidEvent(String field, String message) {
        super(message);
        this.field = field;
    }

    static void unless(boolean fine, String field, String message) {
        if (!fine) {
            throw new InvalidEvent(field, message);
        }
    }

    public String field() {
        return field;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
