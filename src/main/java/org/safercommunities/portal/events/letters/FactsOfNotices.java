package org.safercommunities.portal.events.letters;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.NoticeKind;
import org.safercommunities.portal.events.PlaceState;
import org.safercommunities.portal.events.Venue;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a letter is to say. What is not true any more, or over, is not told: something newer has been noted then, or it is too late. */
@Component
class FactsOfNotices {

    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private static final String PLACES = """
            SELECT p.id, p.state, p.lapses_at, p.reason, p.changed_at, s.id AS session, s.title, s.start_at, s.end_at,
                   s.venue_name, s.venue_address, s.venue_map, s.venue_access, o.mode,
                   IF(p.state = 'WAITING', (SELECT COUNT(*) + 1 FROM event_place w WHERE w.pool_id = p.pool_id
                       AND w.state = 'WAITING' AND w.ticket < p.ticket), 0) AS position,
                   (SELECT t.actor FROM event_place_step t WHERE t.booking_id = p.booking_id AND t.place_id = p.id
                     ORDER BY t.id DESC LIMIT 1) AS actor,
                   (SELECT t.from_state FROM event_place_step t WHERE t.booking_id = p.booking_id AND t.place_id = p.id
                     ORDER BY t.id DESC LIMIT 1) AS before_it
              FROM event_place p JOIN event_session s ON s.id = p.session_id JOIN event_pool o ON o.id = p.pool_id
             WHERE p.booking_id = ? ORDER BY s.start_at, s.title
            """;

    private final JdbcClient jdbc;
    private final PersonList people;
    private final Agencies agencies;
    private final Clock clock;

    FactsOfNotices(JdbcClient jdbc, PersonList people, Agencies agencies, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.agencies = agencies;
        this.clock = clock;
    }

    private record Booking(UUID person, String title) {}

    /** Empty when there is nothing to tell any more, or nobody to be told. */
    Optional<LetterFacts> of(List<Notice> notices) {
        Notice first = notices.getFirst();
        UUID booking = first.booking();
        if (booking == null) {
            return Optional.empty();
        }
        List<ToldPlace> places = told(notices, places(booking));
        Optional<Booking> found = booking(booking);
        if (places.isEmpty() || found.isEmpty()) {
            return Optional.empty();
        }
        return people.find(found.get().person())
                .filter(PersonSummary::active)
                .map(person -> new LetterFacts(
                        first.kind(),
                        first.event(),
                        found.get().title(),
                        person,
                        nameOf(places.getFirst().actor(), person),
                        signsInThere(person),
                        Objects.requireNonNullElse(first.subject(), ""),
                        notices.stream()
                                .map(Notice::words)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList(),
                        places));
    }

    List<ToldPlace> places(UUID booking) {
        return jdbc.sql(PLACES)
                .param(booking.toString())
                .query(FactsOfNotices::place)
                .list();
    }

    private Optional<Booking> booking(UUID id) {
        return jdbc.sql("""
                SELECT b.person_id, e.title FROM event_booking b JOIN event e ON e.id = b.event_id WHERE b.id = ?
                """)
                .param(id.toString())
                .query((row, number) ->
                        new Booking(UUID.fromString(row.getString("person_id")), row.getString("title")))
                .optional();
    }

    private List<ToldPlace> told(List<Notice> notices, List<ToldPlace> all) {
        NoticeKind kind = notices.getFirst().kind();
        Set<UUID> named =
                notices.stream().map(Notice::place).filter(Objects::nonNull).collect(Collectors.toSet());
        boolean whole = notices.stream().anyMatch(notice -> notice.place() == null);
        List<ToldPlace> fitting = all.stream()
                .filter(place -> whole || named.contains(place.id()))
                .filter(place -> holds(kind, place))
                .toList();
        if (!whole || kind != NoticeKind.CANCELLED) {
            return fitting;
        }
        // A session given up long before is not what they have given up now
        Instant last = fitting.stream()
                .map(ToldPlace::changedAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        return fitting.stream()
                .filter(place -> place.changedAt().isAfter(last.minus(AT_ONCE)))
                .toList();
    }

    private boolean holds(NoticeKind kind, ToldPlace place) {
        Instant now = clock.instant();
        return switch (kind) {
            case CONFIRMED, OFFER_ACCEPTED_FOR_YOU, MODE_CHANGED ->
                place.is(PlaceState.CONFIRMED) && now.isBefore(place.end());
            case REMINDER -> place.is(PlaceState.CONFIRMED) && now.isBefore(place.start());
            case WAITING -> place.is(PlaceState.WAITING);
            case AWAITING_APPROVAL -> place.is(PlaceState.AWAITING_APPROVAL);
            case OFFERED -> place.is(PlaceState.OFFERED) && place.lapsesAt() != null && now.isBefore(place.lapsesAt());
            case OFFER_LAPSED -> place.is(PlaceState.LAPSED);
            case CANCELLED -> place.is(PlaceState.CANCELLED);
            case REFUSED -> place.is(PlaceState.REFUSED);
            case GIVEN_AWAY -> place.is(PlaceState.GIVEN);
            case EVENT_CANCELLED, SESSION_CANCELLED -> place.is(PlaceState.CALLED_OFF);
            case RECEIVED, EVENT_CHANGED -> place.state().isLive() && now.isBefore(place.end());
            case SURVEY_OPEN, RECORDING_READY -> place.state().isLive();
            case WAITING_LIST_CLOSED, MESSAGE -> true;
        };
    }

    private String nameOf(@Nullable UUID actor, PersonSummary person) {
        return actor == null || actor.equals(person.id())
                ? ""
                : people.names(Set.of(actor)).getOrDefault(actor, "");
    }

    private boolean signsInThere(PersonSummary person) {
        return agencies.find(person.agency())
                .map(AgencySummary::identityProvider)
                .isPresent();
    }

    private static ToldPlace place(ResultSet row, int number) throws SQLException {
        String before = row.getString("before_it");
        return new ToldPlace(
                UUID.fromString(row.getString("id")),
                UUID.fromString(row.getString("session")),
                row.getString("title"),
                requireNonNull(Sql.instant(row, "start_at")),
                requireNonNull(Sql.instant(row, "end_at")),
                new Venue(
                        row.getString("venue_name"),
                        row.getString("venue_address"),
                        row.getString("venue_map"),
                        row.getString("venue_access")),
                Mode.valueOf(row.getString("mode")),
                PlaceState.valueOf(row.getString("state")),
                before == null ? null : PlaceState.valueOf(before),
                Sql.idOrNull(row, "actor"),
                row.getInt("position"),
                Sql.instant(row, "lapses_at"),
                row.getString("reason"),
                requireNonNull(Sql.instant(row, "changed_at")));
    }
}
