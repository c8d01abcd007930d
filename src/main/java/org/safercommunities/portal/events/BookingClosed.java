package org.safercommunities.portal.events;

/** Too early, too late, or called off; the message says which. */
public class BookingClosed extends RuntimeException {

    public BookingClosed(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
