package org.safercommunities.portal.events.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.events.Venue;

/** A venue; a text alone is taken for its name. */
record VenueJson(
        @Nullable String name,
        @Nullable String address,
        @Nullable String map,
        @Nullable String access) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static VenueJson named(String name) {
        return new VenueJson(name, null, null, null);
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static VenueJson of(
            @JsonProperty("name") @Nullable String name,
            @JsonProperty("address") @Nullable String address,
            @JsonProperty("map") @Nullable String map,
            @JsonProperty("access") @Nullable String access) {
        return new VenueJson(name, address, map, access);
    }

    static @Nullable VenueJson of(Venue venue) {
        return venue.equals(Venue.NOWHERE)
                ? null
                : new VenueJson(venue.name(), venue.address(), venue.map(), venue.access());
    }

    Venue venue() {
        return new Venue(
                name == null ? "" : name,
                address == null ? "" : address,
                map == null ? "" : map,
                access == null ? "" : access);
    }
}
