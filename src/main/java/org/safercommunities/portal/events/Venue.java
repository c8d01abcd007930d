package org.safercommunities.portal.events;

/**
 * Where a session is held; all empty for one that is online only.
 *
 * @param map address of a map; https only
 * @param access how to get in: steps, lift, parking, hearing loop
 */
public record Venue(String name, String address, String map, String access) {

    public static final Venue NOWHERE = new Venue("", "", "", "");

    public Venue {
        name = name.strip();
        address = address.strip();
        map = map.strip();
        access = access.strip();
        InvalidEvent.unless(name.length() <= 250, "venue", "Shorten the venue’s name to at most 250 characters");
        InvalidEvent.unless(address.length() <= 500, "venue", "Shorten the venue’s address to at most 500 characters");
        InvalidEvent.unless(access.length() <= 2000, "venue", "Shorten the access notes to at most 2,000 characters");
        InvalidEvent.unless(map.length() <= 500, "map", "Shorten the map’s address to at most 500 characters");
        InvalidEvent.unless(
                map.isEmpty() || WebAddress.isSecure(map), "map", "Enter the map’s address, beginning with https://");
    }
}
