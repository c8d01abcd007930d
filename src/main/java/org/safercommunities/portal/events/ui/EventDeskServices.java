package org.safercommunities.portal.events.ui;

import java.time.Clock;
import java.time.Instant;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.events.Attendance;
import org.safercommunities.portal.events.Bookings;
import org.safercommunities.portal.events.DeskMessages;
import org.safercommunities.portal.events.DeskTrail;
import org.safercommunities.portal.events.EventDesk;
import org.safercommunities.portal.events.EventPlanning;
import org.safercommunities.portal.events.EventSurveys;
import org.safercommunities.portal.events.HandedPacks;
import org.safercommunities.portal.events.LatePlaces;
import org.safercommunities.portal.events.PlaceDecisions;
import org.safercommunities.portal.events.RecordedDocuments;
import org.safercommunities.portal.events.WaitingOrder;
import org.safercommunities.portal.library.packs.Packs;
import org.safercommunities.portal.library.ui.DocumentRows;
import org.safercommunities.portal.search.Search;
import org.springframework.stereotype.Component;

/** What the parts of the desk ask. */
@Component
record EventDeskServices(
        EventDesk desk,
        EventPlanning planning,
        Bookings bookings,
        PlaceDecisions decisions,
        WaitingOrder order,
        LatePlaces late,
        DeskMessages messages,
        Attendance attendance,
        DeskTrail trail,
        RecordedDocuments documents,
        DocumentRows documentRows,
        HandedPacks packs,
        Packs allPacks,
        Search search,
        EventEditOffers offers,
        EventSurveys surveys,
        LivePlaces live,
        CurrentReader current,
        Clock clock) {

    Reader reader() {
        return current.get();
    }

    Instant now() {
        return clock.instant();
    }
}
