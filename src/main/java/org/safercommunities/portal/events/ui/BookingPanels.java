package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import java.time.Clock;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.events.Bookings;
import org.safercommunities.portal.events.Certificates;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.events.Events;
import org.safercommunities.portal.events.OwnBookings;
import org.safercommunities.portal.events.Places;
import org.safercommunities.portal.events.calendar.OwnCalendar;

/** What the panel of an event asks, and whom; one for all pages. */
@org.springframework.stereotype.Component
record BookingPanels(
        Events events,
        OwnBookings ownBookings,
        Bookings bookings,
        Places places,
        OwnCalendar calendar,
        LivePlaces live,
        Certificates certificates,
        CurrentReader currentReader,
        Clock clock) {

    Component of(EventDetails event) {
        return new BookingPanel(event, this);
    }
}
