package org.safercommunities.portal.events;

/** The person has a booking of this event, or waits for one. */
public class AlreadyBooked extends RuntimeException {

    public AlreadyBooked() {
        super("This person is booked already, or on the waiting list. Change or cancel that booking instead");
    }
}
