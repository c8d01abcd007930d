package org.safercommunities.portal.events;

import org.springframework.context.ApplicationContext;

/** How long the looks take that the portal takes at all places by the clock. */
public final class PlacesClock {

    private final ApplicationContext portal;

    public PlacesClock(ApplicationContext portal) {
        this.portal = portal;
    }

    /** Milliseconds of one look for places left behind, which is taken every thirty seconds. */
    public double sweep() {
        PlacesLeftBehind leftBehind = portal.getBean(PlacesLeftBehind.class);
        leftBehind.find();
        long began = System.nanoTime();
        leftBehind.find();
        return (System.nanoTime() - began) / 1e6;
    }

    /** Milliseconds of one look for what is due, which is taken every ten seconds. */
    public double catchUp() {
        PlacesInTime inTime = portal.getBean(PlacesInTime.class);
        inTime.catchUp();
        long began = System.nanoTime();
        inTime.catchUp();
        return (System.nanoTime() - began) / 1e6;
    }
}
