package org.safercommunities.portal.events.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.events.Attendee;
import org.safercommunities.portal.events.BookingOutcome;
import org.safercommunities.portal.events.BookingWish;
import org.safercommunities.portal.events.Bookings;
import org.safercommunities.portal.events.DeskPerson;
import org.safercommunities.portal.events.EventDesk;
import org.safercommunities.portal.events.InvalidEvent;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.OwnBooking;
import org.safercommunities.portal.events.OwnBookings;
import org.safercommunities.portal.events.OwnPlace;
import org.safercommunities.portal.events.PlaceState;
import org.safercommunities.portal.events.Places;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Bookings")
class BookingsApi {

    private static final int MOST = 200;

    private final Bookings bookings;
    private final Places places;
    private final OwnBookings ownBookings;
    private final EventDesk desk;
    private final EventWishes wishes;
    private final CurrentReader currentReader;

    BookingsApi(
            Bookings bookings,
            Places places,
            OwnBookings ownBookings,
            EventDesk desk,
            EventWishes wishes,
            CurrentReader currentReader) {
        this.bookings = bookings;
        this.places = places;
        this.ownBookings = ownBookings;
        this.desk = desk;
        this.wishes = wishes;
        this.currentReader = currentReader;
    }

    @Operation(
            summary =
                    "Book for yourself or, as editor or coordinator, for an attendee, who may have no account yet. 409 when"
                            + " booked already, 422 when closed.")
    @PostMapping(path = "/events/{id}/bookings", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Booked> book(@PathVariable UUID id, @RequestBody String body) {
        Wish said = wishes.read(body, Wish.class);
        Reader reader = currentReader.get();
        if (said.mode() == null) {
            throw new InvalidEvent("mode", "Say how they take part: IN_PERSON or ONLINE");
        }
        Answers answers = said.answers();
        BookingWish wish = new BookingWish(
                said.mode(),
                said.sessions() == null ? Set.of() : said.sessions(),
                answers == null || answers.dietary() == null ? "" : answers.dietary(),
                answers == null || answers.access() == null ? "" : answers.access(),
                Boolean.TRUE.equals(said.automatic()));
        Person attendee = said.attendee();
        BookingOutcome outcome = attendee == null
                ? bookings.book(id, wish, reader)
                : bookings.bookColleague(id, attendee.named(), wish, reader);
        return ResponseEntity.created(URI.create("/api/v1/bookings/" + outcome.id()))
                .body(Booked.of(outcome));
    }

    @Operation(summary = "Who is booked and who waits (whoever runs the event)")
    @GetMapping("/events/{id}/bookings")
    People people(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        if (page < 0 || size < 1 || size > MOST) {
            throw new InvalidEvent("size", "Pages count from 0; a page has 1 to %d bookings".formatted(MOST));
        }
        List<DeskPerson> all = desk.people(id, currentReader.get());
        return new People(
                all.stream()
                        .skip((long) page * size)
                        .limit(size)
                        .map(BookingsApi::line)
                        .toList(),
                all.size());
    }

    private static Line line(DeskPerson one) {
        return new Line(
                one.booking(),
                one.session(),
                new Person(one.email(), one.name(), one.agency()),
                one.mode(),
                one.state(),
                one.position(),
                one.reason(),
                EventJson.time(one.booked()));
    }

    @Operation(summary = "Your own bookings of events to come, and turns in waiting lists")
    @GetMapping("/bookings")
    Own mine() {
        List<Mine> all = ownBookings.upcoming(currentReader.get()).stream()
                .map(BookingsApi::mine)
                .toList();
        return new Own(all, all.size());
    }

    @Operation(summary = "Give up a booking: your own, your agency’s as coordinator, anybody’s as editor")
    @DeleteMapping("/bookings/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable UUID id) {
        places.cancel(id, currentReader.get());
    }

    @Operation(summary = "Take the places that are offered to a booking")
    @PostMapping("/bookings/{id}/accept")
    Accepted accept(@PathVariable UUID id) {
        return new Accepted(id, places.acceptAll(id, currentReader.get()));
    }

    @Operation(
            summary =
                    "Book further sessions to a booking, each with a place or a turn in its waiting list; 422 when they overlap")
    @PostMapping(path = "/bookings/{id}/sessions", consumes = MediaType.APPLICATION_JSON_VALUE)
    Booked addSessions(@PathVariable UUID id, @RequestBody String body) {
        Further said = wishes.read(body, Further.class);
        if (said.mode() == null) {
            throw new InvalidEvent("mode", "Say how they take part: IN_PERSON or ONLINE");
        }
        return Booked.of(bookings.addSessions(
                id, said.sessions() == null ? Set.of() : said.sessions(), said.mode(), currentReader.get()));
    }

    private static Mine mine(OwnBooking booking) {
        return new Mine(
                booking.id(),
                booking.event(),
                booking.eventTitle(),
                booking.places().stream()
                        .map(OwnPlace::state)
                        .min(PlaceState::compareTo)
                        .orElseThrow(),
                booking.places().stream()
                        .map(place -> new MinePlace(
                                place.session(),
                                place.sessionTitle(),
                                EventJson.time(place.start()),
                                EventJson.time(place.end()),
                                place.mode(),
                                place.state(),
                                place.position(),
                                EventJson.timeOrNull(place.lapsesAt())))
                        .toList());
    }

    record Wish(
            @Nullable Mode mode,
            @Nullable Person attendee,
            @Nullable Answers answers,
            @Nullable Set<UUID> sessions,
            @Nullable Boolean automatic) {}

    record Further(@Nullable Mode mode, @Nullable Set<UUID> sessions) {}

    record Answers(@Nullable String dietary, @Nullable String access) {}

    record Person(
            @Nullable String email,
            @Nullable String name,
            @Nullable String agency) {

        /** Whoever means somebody else must not be booked themselves for want of an address. */
        Attendee named() {
            if (email == null) {
                throw new InvalidEvent(
                        "attendee", "Give the attendee’s email, or leave attendee out to book for yourself");
            }
            return new Attendee(email, name == null ? "" : name, agency);
        }
    }

    /** @param position in the waiting list, from 1 */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Booked(UUID id, PlaceState status, @Nullable Integer position, List<BookedPlace> places) {

        static Booked of(BookingOutcome outcome) {
            return new Booked(
                    outcome.id(),
                    outcome.status(),
                    outcome.position(),
                    outcome.places().stream()
                            .map(place -> new BookedPlace(place.session(), place.state(), place.position()))
                            .toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BookedPlace(
            UUID session, PlaceState status, @Nullable Integer position) {}

    record People(List<Line> items, int total) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            UUID id,
            UUID session,
            Person attendee,
            Mode mode,
            PlaceState status,
            @Nullable Integer position,
            @Nullable String reason,
            OffsetDateTime bookedAt) {}

    record Own(List<Mine> items, int total) {}

    record Mine(UUID id, UUID event, String title, PlaceState status, List<MinePlace> places) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MinePlace(
            UUID session,
            String title,
            OffsetDateTime start,
            OffsetDateTime end,
            Mode mode,
            PlaceState status,
            @Nullable Integer position,
            @Nullable OffsetDateTime offerUntil) {}

    record Accepted(UUID id, PlaceState status) {}
}
