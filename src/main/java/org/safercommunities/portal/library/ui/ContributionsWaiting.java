package org.safercommunities.portal.library.ui;

import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.library.contributions.ContributionReading;
import org.safercommunities.portal.shared.WaitingCount;
import org.springframework.stereotype.Component;

/** How many offered documents wait for the team, beside “Library” in the navigation. */
@Component
class ContributionsWaiting implements WaitingCount {

    private final ContributionReading reading;
    private final CurrentReader current;

    ContributionsWaiting(ContributionReading reading, CurrentReader current) {
        this.reading = reading;
        this.current = current;
    }

    @Override
    public String path() {
        return "library";
    }

    @Override
    public int count() {
        return reading.countWaiting(current.get());
    }

    @Override
    public String inWords(int count) {
        return count == 1 ? "1 document is offered" : count + " documents are offered";
    }
}
