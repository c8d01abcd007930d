package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.events.SessionDetails;
import org.safercommunities.portal.events.Venue;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.Sheet;

/** Where an event is: each venue once, with its map and how to get in. */
final class VenueSheets {

    private VenueSheets() {}

    static List<Component> of(EventDetails event) {
        return event.sessions().stream()
                .map(SessionDetails::venue)
                .filter(venue -> !venue.equals(Venue.NOWHERE))
                .distinct()
                .map(VenueSheets::sheet)
                .toList();
    }

    private static Component sheet(Venue venue) {
        Sheet sheet = Sheet.titled(venue.name().isBlank() ? "Where" : venue.name());
        sheet.addClassName("sc-venue");
        if (!venue.address().isBlank()) {
            Paragraph address = new Paragraph(venue.address());
            address.addClassName("sc-venue-address");
            sheet.add(address);
        }
        if (!venue.map().isBlank()) {
            Anchor map = new Anchor(venue.map(), Icon.MAP_PIN.create(), new Span("Open the map"));
            map.getElement().setAttribute("rel", "noopener noreferrer");
            map.addClassName("sc-event-way");
            sheet.add(map);
        }
        if (!venue.access().isBlank()) {
            sheet.add(new H3("Getting in"), new EventText(venue.access()));
        }
        return sheet;
    }
}
