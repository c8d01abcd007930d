package org.safercommunities.portal.events.ui;

import java.util.List;
import org.safercommunities.portal.events.OwnBooking;
import org.safercommunities.portal.events.OwnPlace;
import org.safercommunities.portal.events.PlaceState;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.StateChip;
import org.springframework.stereotype.Component;

/** Places that are offered to somebody, for a sheet of what waits for them. Answered on the page of the event. */
@Component
public class OfferRows {

    /** One row for each offer in these bookings. */
    public List<Row> of(List<OwnBooking> bookings) {
        return bookings.stream()
                .flatMap(booking -> booking.places().stream()
                        .filter(place -> place.state() == PlaceState.OFFERED)
                        .map(place -> row(booking, place)))
                .toList();
    }

    private static Row row(OwnBooking booking, OwnPlace place) {
        var lapses = place.lapsesAt();
        String session = booking.places().size() > 1 ? place.sessionTitle() : "";
        Row row = Row.titled("A place has come free for you")
                .icon(Icon.TICKET_CHECK)
                .facts(
                        booking.eventTitle(),
                        session,
                        Dates.span(place.start(), place.end()),
                        place.mode().label());
        if (lapses != null) {
            row.chips(StateChip.warn("Yours until " + Dates.moment(lapses)));
        }
        return row.wideAction(LinkButton.primary(EventAddress.page(booking.event()), "See the offer"))
                .now();
    }
}
