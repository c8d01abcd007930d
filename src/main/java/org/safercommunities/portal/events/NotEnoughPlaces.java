package org.safercommunities.portal.events;

/** A group that wants to come together is larger than what is free. Nobody of it was booked. */
public class NotEnoughPlaces extends RuntimeException {

    private final int wanted;
    private final int free;

    NotEnoughPlaces(int wanted, int free) {
        super(
                free == 0
                        ? "There is no place left for a group of %d. Book them one by one to wait for places"
                                .formatted(wanted)
                        : "There are only %d places left for a group of %d. Book fewer people, or one by one to wait for places"
                                .formatted(free, wanted));
        this.wanted = wanted;
        this.free = free;
    }

    public int wanted() {
        return wanted;
    }

    public int free() {
        return free;
    }
}
