package org.safercommunities.portal.home.ui;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.events.EventCard;
import org.safercommunities.portal.events.EventFilter;
import org.safercommunities.portal.events.EventState;
import org.safercommunities.portal.events.Events;
import org.safercommunities.portal.events.OwnBooking;
import org.safercommunities.portal.events.OwnBookings;
import org.safercommunities.portal.events.ui.EventRows;
import org.safercommunities.portal.events.ui.OfferRows;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.Sheet;
import org.springframework.stereotype.Component;

/** What home says of events; nothing at all when there are none. */
@Component
class HomeEvents {

    private static final int OWN = 2;
    private static final int NEXT = 3;
    private static final int LOOKED_AT = 12;

    private final Events events;
    private final OwnBookings bookings;
    private final EventRows rows;
    private final OfferRows offers;
    private final Clock clock;

    HomeEvents(Events events, OwnBookings bookings, EventRows rows, OfferRows offers, Clock clock) {
        this.events = events;
        this.bookings = bookings;
        this.rows = rows;
        this.offers = offers;
        this.clock = clock;
    }

    /** Places that are offered to this person. */
    List<Row> offers(Reader reader) {
        return offers.of(bookings.upcoming(reader));
    }

    /** Their next bookings, and what else they could book. */
    List<Sheet> sheets(Reader reader) {
        List<Sheet> sheets = new ArrayList<>();
        List<OwnBooking> own = bookings.upcoming(reader);
        if (!own.isEmpty()) {
            sheets.add(sheet(
                    "My bookings",
                    "All",
                    "bookings",
                    own.stream().limit(OWN).map(rows::booking).toList()));
        }
        List<EventCard> next = events.list(EventFilter.upcoming(clock.instant()), 0, LOOKED_AT, reader).stream()
                .filter(event -> event.mine() == null && event.state() == EventState.PUBLISHED)
                .limit(NEXT)
                .toList();
        if (!next.isEmpty()) {
            sheets.add(sheet("Next events", "All events", "events", rows.brief(next)));
        }
        return sheets;
    }

    private static Sheet sheet(String heading, String all, String path, List<Row> rows) {
        return new Sheet(new PageSection(heading, new Rows(rows)).link(all, path));
    }
}
