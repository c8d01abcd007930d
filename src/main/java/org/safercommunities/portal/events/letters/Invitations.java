package org.safercommunities.portal.events.letters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.events.NoticeKind;
import org.safercommunities.portal.events.PlaceState;
import org.safercommunities.portal.events.calendar.CalendarEntry;
import org.safercommunities.portal.events.calendar.CalendarFiles;
import org.safercommunities.portal.notifications.CalendarPart;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts sessions into people’s calendars and takes them out again. Each time the sequence rises, in the transaction of the letter,
 * so that no two letters carry the same and a calendar knows which is the newer one.
 */
@Component
class Invitations {

    private static final Set<NoticeKind> INVITING = Set.of(
            NoticeKind.CONFIRMED,
            NoticeKind.OFFER_ACCEPTED_FOR_YOU,
            NoticeKind.MODE_CHANGED,
            NoticeKind.RECEIVED,
            NoticeKind.EVENT_CHANGED);
    private static final Set<NoticeKind> ENDING = Set.of(
            NoticeKind.CANCELLED,
            NoticeKind.REFUSED,
            NoticeKind.GIVEN_AWAY,
            NoticeKind.EVENT_CANCELLED,
            NoticeKind.SESSION_CANCELLED);

    private final JdbcClient jdbc;
    private final CalendarFiles files;
    private final FactsOfNotices facts;

    Invitations(JdbcClient jdbc, CalendarFiles files, FactsOfNotices facts) {
        this.jdbc = jdbc;
        this.files = files;
        this.facts = facts;
    }

    /** The entries that go with a letter; none when it changes nothing in the calendar. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<CalendarPart> with(LetterFacts letter, UUID booking) {
        boolean inviting = INVITING.contains(letter.kind());
        if (!inviting && !ENDING.contains(letter.kind())) {
            return List.of();
        }
        UUID person = letter.person().id();
        Map<UUID, Integer> sequences = new HashMap<>();
        for (UUID session : sessionsOf(letter.places())) {
            int sequence = inviting ? next(session, person) : end(session, person);
            if (sequence >= 0) {
                sequences.put(session, sequence);
            }
        }
        // Read again now that nobody else can write a newer entry: what it says is as new as its number
        Map<UUID, ToldPlace> now = facts.places(booking).stream()
                .filter(place -> sequences.containsKey(place.session()))
                .collect(Collectors.toMap(
                        ToldPlace::session,
                        place -> place,
                        (one, other) -> one.is(PlaceState.CONFIRMED) ? one : other));
        List<CalendarPart> parts = new ArrayList<>();
        CalendarFiles.Guest guest =
                new CalendarFiles.Guest(letter.person().name(), letter.person().email());
        for (UUID session : sessionsOf(letter.places())) {
            ToldPlace place = now.get(session);
            if (place != null) {
                CalendarEntry entry = entry(letter, place, sequences.getOrDefault(session, 0));
                parts.add(inviting ? files.request(entry, guest) : files.cancel(entry, guest));
            }
        }
        return parts;
    }

    private Set<UUID> sessionsOf(List<ToldPlace> places) {
        return places.stream().map(ToldPlace::session).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The sequence of an entry to be put in or changed; -1 for somebody who has no place. */
    private int next(UUID session, UUID person) {
        if (!hasPlace(session, person)) {
            return -1;
        }
        return jdbc.sql("""
                INSERT INTO event_invitation (session_id, person_id, sequence, cancelled) VALUES (?, ?, 0, FALSE)
                ON DUPLICATE KEY UPDATE sequence = sequence + 1, cancelled = FALSE RETURNING sequence
                """)
                .param(session.toString())
                .param(person.toString())
                .query(Integer.class)
                .single();
    }

    /** The sequence of an entry to be taken out; -1 when there is none, or they have a place there all the same. */
    private int end(UUID session, UUID person) {
        if (hasPlace(session, person)) {
            return -1;
        }
        int ended =
                jdbc.sql("""
                UPDATE event_invitation SET sequence = sequence + 1, cancelled = TRUE
                 WHERE session_id = ? AND person_id = ? AND NOT cancelled
                """).param(session.toString()).param(person.toString()).update();
        return ended == 0 ? -1 : sequence(session, person);
    }

    private boolean hasPlace(UUID session, UUID person) {
        return jdbc.sql("""
                SELECT COUNT(*) FROM event_place p JOIN event_booking b ON b.id = p.booking_id
                 WHERE p.session_id = ? AND b.person_id = ? AND p.state = 'CONFIRMED'
                """)
                        .param(session.toString())
                        .param(person.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private int sequence(UUID session, UUID person) {
        return jdbc.sql("SELECT sequence FROM event_invitation WHERE session_id = ? AND person_id = ?")
                .param(session.toString())
                .param(person.toString())
                .query(Integer.class)
                .single();
    }

    private static CalendarEntry entry(LetterFacts letter, ToldPlace place, int sequence) {
        return new CalendarEntry(
                letter.event(),
                place.session(),
                letter.person().id(),
                letter.title(),
                place.sessionTitle(),
                place.start(),
                place.end(),
                place.mode(),
                place.venue(),
                sequence,
                false);
    }
}
