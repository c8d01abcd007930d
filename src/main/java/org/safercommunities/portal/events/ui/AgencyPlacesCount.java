package org.safercommunities.portal.events.ui;

import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.events.AgencyPlaces;
import org.safercommunities.portal.shared.WaitingCount;
import org.springframework.stereotype.Component;

/** How many bookings wait for the coordinator's approval. */
@Component
class AgencyPlacesCount implements WaitingCount {

    private final AgencyPlaces places;
    private final CurrentReader current;

    AgencyPlacesCount(AgencyPlaces places, CurrentReader current) {
        this.places = places;
        this.current = current;
    }

    @Override
    public String path() {
        return "agency/places";
    }

    @Override
    public int count() {
        Reader reader = current.get();
        return reader.is(Role.COORDINATOR) ? places.toApprove(reader) : 0;
    }

    @Override
    public String inWords(int count) {
        return count == 1 ? "1 booking to approve" : count + " bookings to approve";
    }
}
