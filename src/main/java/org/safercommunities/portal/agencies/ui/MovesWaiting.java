package org.safercommunities.portal.agencies.ui;

import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Moves;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.shared.WaitingCount;
import org.springframework.stereotype.Component;

/** How many people another agency says are coming to the coordinator's own. */
@Component
class MovesWaiting implements WaitingCount {

    private final Moves moves;
    private final CurrentReader reader;

    MovesWaiting(Moves moves, CurrentReader reader) {
        this.moves = moves;
        this.reader = reader;
    }

    @Override
    public String path() {
        return "agency";
    }

    @Override
    public int count() {
        Reader by = reader.get();
        return by.is(Role.COORDINATOR) ? moves.arriving(by.agencyId(), by).size() : 0;
    }

    @Override
    public String inWords(int count) {
        return count == 1 ? "1 person moving to you" : count + " people moving to you";
    }
}
