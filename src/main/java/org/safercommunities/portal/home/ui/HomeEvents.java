package org.safercommunities.portal.home.ui;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.events.EventCard;
import org.safercommunities.portal.events.EventFilter;
import org.safercommunities.portal.events.EventState;
import org.safercommunities.portal.events.Events;
import org.safercommunities.portal.events.OwnBooking;
import org.safercommunities.portal.events.OwnBookings;
import org.safercommunities.portal.events.ui.EventRows;
import org.safercommunities.portal.events.ui.OfferRows;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.Sheet;
import org.safercommunities.portal.surveys.Answering;
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
    private final Answering answering;
    private final Clock clock;

    HomeEvents(
            Events events, OwnBookings bookings, EventRows rows, OfferRows offers, Answering answering, Clock clock) {
        this.events = events;
        this.bookings = bookings;
        this.rows = rows;
        this.offers = offers;
        this.answering = answering;
        this.clock = clock;
    }

    /** Places that are offered to this person, and what they are asked about events they were at. */
    List<Row> waiting(Reader reader) {
        return Stream.concat(
                        offers.of(bookings.upcoming(reader)).stream(),
                        answering.waitingFor(reader).stream().map(HomeEvents::survey))
                .toList();
    }

    private static Row survey(Answering.Waiting survey) {
        return Row.titled(survey.title())
                .icon(Icon.MESSAGE_SQUARE)
                .facts("A few questions. Nobody can tell which answers are yours")
                .wideAction(LinkButton.secondary("surveys/" + survey.id(), "Answer"));
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
