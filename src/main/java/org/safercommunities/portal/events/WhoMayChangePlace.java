package org.safercommunities.portal.events;

import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.springframework.stereotype.Component;

/** The rule of who may act on a place: whose it is, the coordinator of the agency it counts for, and who runs the event. */
@Component
class WhoMayChangePlace {

    private final WhoMaySeeEvent whoMaySee;

    WhoMayChangePlace(WhoMaySeeEvent whoMaySee) {
        this.whoMaySee = whoMaySee;
    }

    boolean admits(Reader by, UUID event, UUID person, String agency) {
        return person.equals(by.personId())
                || by.is(Role.COORDINATOR) && by.agencyId().equals(agency)
                || whoMaySee.runs(by, event);
    }

    /** @throws UnknownEvent when the place is not there or not theirs: nobody can tell which */
    void unlessTheirs(Reader by, Place place) {
        if (!admits(by, place.event(), place.person(), place.agency())) {
            throw new UnknownEvent(place.id());
        }
    }

    /** Those who approve what an agency’s people book: its coordinator and who runs the event, never the person themself. */
    void unlessApproves(Reader by, Place place) {
        unlessTheirs(by, place);
        if (place.person().equals(by.personId()) && !whoMaySee.runs(by, place.event())) {
            throw new UnknownEvent(place.id());
        }
    }

    /** Whether this person would approve what somebody is given, so that nobody else has to. */
    boolean approves(Reader by, NewPlace.Booked given) {
        return whoMaySee.runs(by, given.event())
                || !given.person().equals(by.personId())
                        && by.is(Role.COORDINATOR)
                        && by.agencyId().equals(given.agency());
    }

    boolean isStaff(Reader by, Place place) {
        return whoMaySee.runs(by, place.event());
    }
}
