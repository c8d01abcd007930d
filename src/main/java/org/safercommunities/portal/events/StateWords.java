package org.safercommunities.portal.events;

/** How a place stands, in a word or two, as lists and tables say it. */
public final class StateWords {

    private StateWords() {}

    public static String of(PlaceState state) {
        return switch (state) {
            case CONFIRMED -> "Confirmed";
            case OFFERED -> "Place offered";
            case AWAITING_APPROVAL -> "Awaiting approval";
            case WAITING -> "Waiting";
            case CANCELLED -> "Given up";
            case DECLINED -> "Offer declined";
            case LAPSED -> "Lapsed";
            case REFUSED -> "Not approved";
            case GIVEN -> "Given to a colleague";
            case CHANGED -> "Moved to the other way of taking part";
            case CALLED_OFF -> "Called off";
        };
    }
}
