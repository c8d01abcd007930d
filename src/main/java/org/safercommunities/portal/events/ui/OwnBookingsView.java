package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.events.Certificates;
import org.safercommunities.portal.events.HandedPacks;
import org.safercommunities.portal.events.OwnBooking;
import org.safercommunities.portal.events.OwnBookings;
import org.safercommunities.portal.events.PlaceState;
import org.safercommunities.portal.events.calendar.PersonalFeeds;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.MarkingChip;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;

/** What somebody has booked and waits for: what wants an answer first, then what is next. */
@Route("bookings")
@PageTitle("My bookings")
@Menu(title = "My bookings", order = 35, icon = "ticket-check")
@StyleSheet("events.css")
@PermitAll
class OwnBookingsView extends Div {

    private static final int PAST = 50;

    OwnBookingsView(
            OwnBookings bookings,
            Certificates certificates,
            EventRows rows,
            OfferRows offers,
            PersonalFeeds feeds,
            HandedPacks packs,
            CurrentReader currentReader) {
        Reader reader = currentReader.get();
        List<OwnBooking> upcoming = bookings.upcoming(reader);
        List<OwnBooking> past = bookings.past(PAST, reader);
        add(new PageHeader("My bookings").lead("Events you have a place at, or wait for."));
        List<Row> offered = offers.of(upcoming);
        if (!offered.isEmpty()) {
            add(new PageSection("Waiting for your answer", new Rows(offered).onSheet()));
        }
        List<OwnBooking> rest = upcoming.stream()
                .filter(booking -> !has(booking, PlaceState.OFFERED))
                .toList();
        Map<UUID, HandedPacks.Named> handed = packs.named(
                Stream.concat(upcoming.stream(), past.stream())
                        .map(OwnBooking::event)
                        .collect(Collectors.toSet()),
                reader);
        section(
                "Next",
                rest,
                booking -> !onlyWaits(booking),
                booking -> withPack(rows.booking(booking), handed.get(booking.event())));
        section(
                "On the waiting list",
                rest,
                OwnBookingsView::onlyWaits,
                booking -> withPack(rows.booking(booking), handed.get(booking.event())));
        Set<UUID> earned = certificates.earned(reader);
        section("Past", past, any -> true, booking -> {
            boolean came = earned.contains(booking.id());
            Row row = withPack(rows.pastBooking(booking, came), handed.get(booking.event()));
            return came ? row.lowAction(CertificateLink.of(booking.id(), booking.eventTitle())) : row;
        });
        if (upcoming.isEmpty()) {
            EmptyState nothing = new EmptyState(
                            Icon.TICKET_CHECK,
                            past.isEmpty() ? "No bookings yet" : "Nothing booked",
                            "What you book stands here, with the way to join and to cancel.")
                    .actions(LinkButton.secondary(EventAddress.LIST, "See what is on"));
            addComponentAtIndex(1, nothing);
        }
        add(new CalendarAddress(feeds, reader));
    }

    private void section(
            String heading, List<OwnBooking> all, Predicate<OwnBooking> which, Function<OwnBooking, Row> row) {
        List<Row> some = all.stream().filter(which).map(row).toList();
        if (!some.isEmpty()) {
            add(new PageSection(heading, new Rows(some)));
        }
    }

    private static Row withPack(Row row, HandedPacks.@Nullable Named pack) {
        if (pack == null) {
            return row;
        }
        Paragraph line = new Paragraph(
                new Text("Your pack: "),
                new Anchor("library/collections/" + pack.id(), pack.title()),
                new Text(" "),
                MarkingChip.of(pack.marking().label()));
        line.addClassName("sc-note");
        return row.detail(line);
    }

    private static boolean onlyWaits(OwnBooking booking) {
        return booking.places().stream().allMatch(place -> place.state() == PlaceState.WAITING);
    }

    private static boolean has(OwnBooking booking, PlaceState state) {
        return booking.places().stream().anyMatch(place -> place.state() == state);
    }
}
