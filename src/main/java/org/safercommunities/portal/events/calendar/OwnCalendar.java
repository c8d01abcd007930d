package org.safercommunities.portal.events.calendar;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.events.OwnBooking;
import org.safercommunities.portal.events.OwnBookings;
import org.safercommunities.portal.events.OwnPlace;
import org.safercommunities.portal.events.PlaceState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person’s own places as calendar files: the same entries, by the same names, as those that invitations bring. */
@Service
public class OwnCalendar {

    private static final int PAST = 50;

    private final JdbcClient jdbc;
    private final OwnBookings bookings;
    private final CalendarFiles files;

    OwnCalendar(JdbcClient jdbc, OwnBookings bookings, CalendarFiles files) {
        this.jdbc = jdbc;
        this.bookings = bookings;
        this.files = files;
    }

    /** The confirmed places at one event, to be put into a calendar by hand. */
    @Transactional(readOnly = true)
    public String ofEvent(UUID event, Reader owner) {
        return files.entries(bookings.of(event, owner).stream()
                .flatMap(booking -> entries(booking, owner, sequences(owner)))
                .filter(entry -> !entry.tentative())
                .toList());
    }

    /** Places that are confirmed and, as tentative, those that are waited for, offered or to be approved. */
    @Transactional(readOnly = true)
    String all(Reader owner) {
        Map<UUID, Integer> sequences = sequences(owner);
        Map<UUID, CalendarEntry> entries = new LinkedHashMap<>();
        Stream.concat(bookings.past(PAST, owner).stream(), bookings.upcoming(owner).stream())
                .flatMap(booking -> entries(booking, owner, sequences))
                // Who waits for the other way of taking part has a place meanwhile
                .sorted(Comparator.comparing(CalendarEntry::tentative))
                .forEach(entry -> entries.putIfAbsent(entry.session(), entry));
        return files.feed(List.copyOf(entries.values()));
    }

    private static Stream<CalendarEntry> entries(OwnBooking booking, Reader owner, Map<UUID, Integer> sequences) {
        return booking.places().stream()
                .map(place -> entry(booking, place, owner, sequences.getOrDefault(place.session(), 0)));
    }

    private static CalendarEntry entry(OwnBooking booking, OwnPlace place, Reader owner, int sequence) {
        return new CalendarEntry(
                booking.event(),
                place.session(),
                owner.personId(),
                booking.eventTitle(),
                place.sessionTitle(),
                place.start(),
                place.end(),
                place.mode(),
                place.venue(),
                sequence,
                place.state() != PlaceState.CONFIRMED);
    }

    private Map<UUID, Integer> sequences(Reader owner) {
        Map<UUID, Integer> sequences = new LinkedHashMap<>();
        jdbc.sql("SELECT session_id, sequence FROM event_invitation WHERE person_id = ?")
                .param(owner.personId().toString())
                .query(row -> {
                    sequences.put(UUID.fromString(row.getString("session_id")), row.getInt("sequence"));
                });
        return sequences;
    }
}
