package org.safercommunities.portal.events;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A session as staff plan it.
 *
 * @param id null for a new one
 * @param title may be empty when the event has only this one
 * @param joiningLink address of the online meeting; empty when there is none (yet). Leaves the portal only by way of
 *     {@link JoinMeeting}
 * @param joinOpensMinutes how long before the start those booked are let in
 * @param capacity places for each way of taking part
 */
public record SessionPlan(
        @Nullable UUID id,
        String title,
        String description,
        Instant start,
        Instant end,
        Venue venue,
        String joiningLink,
        int joinOpensMinutes,
        Map<Mode, Integer> capacity,
        List<Allocation> allocations,
        List<Talk> talks) {

    public static final int JOIN_OPENS_MINUTES = 15;
    private static final int LARGEST = 100_000;
    private static final int MOST_TALKS = 100;

    public SessionPlan {
        title = title.strip();
        description = description.strip();
        joiningLink = joiningLink.strip();
        capacity = Map.copyOf(capacity);
        allocations = List.copyOf(allocations);
        talks = List.copyOf(talks);
        InvalidEvent.unless(title.length() <= 250, "sessions", "Shorten the session’s title to at most 250 characters");
        InvalidEvent.unless(
                description.length() <= 10_000, "sessions", "Shorten the description to at most 10,000 characters");
        KentTime.unlessInCalendar(start, "start");
        KentTime.unlessInCalendar(end, "end");
        InvalidEvent.unless(start.isBefore(end), "end", "Enter an end that is after the start");
        InvalidEvent.unless(
                capacity.values().stream().allMatch(places -> places >= 0 && places <= LARGEST),
                "capacity",
                "Enter a number of places between 0 and 100,000");
        InvalidEvent.unless(
                capacity.values().stream().anyMatch(places -> places > 0),
                "capacity",
                "Enter how many places there are, in the room, online or both");
        InvalidEvent.unless(
                joiningLink.isEmpty() || WebAddress.isSecure(joiningLink),
                "joiningLink",
                "Enter the meeting’s address as the meeting service gives it, beginning with https://");
        InvalidEvent.unless(
                joinOpensMinutes >= 0 && joinOpensMinutes <= 1440,
                "joinOpensMinutes",
                "Enter between 0 and 1,440 minutes before the start");
        InvalidEvent.unless(
                talks.size() <= MOST_TALKS, "talks", "Enter at most %d items in a programme".formatted(MOST_TALKS));
        unlessEnoughToKeep(capacity, allocations);
    }

    private static void unlessEnoughToKeep(Map<Mode, Integer> capacity, List<Allocation> allocations) {
        capacity.forEach((mode, places) -> {
            List<Allocation> here = allocations.stream()
                    .filter(allocation -> modeOf(allocation, capacity) == mode)
                    .toList();
            InvalidEvent.unless(
                    here.stream().map(Allocation::agency).distinct().count() == here.size(),
                    "allocations",
                    "Name each agency once for the places %s".formatted(mode.inWords()));
            int kept = here.stream().mapToInt(Allocation::minimum).sum();
            InvalidEvent.unless(
                    kept <= places,
                    "allocations",
                    "There are %d places %s, and %d are kept for agencies: keep fewer, or add places"
                            .formatted(places, mode.inWords(), kept));
        });
    }

    /** Whether these words would tell everybody how to get into the meeting. */
    boolean isToldBy(String words) {
        return !joiningLink.isEmpty() && words.contains(joiningLink);
    }

    /** What everybody reads of it. */
    Stream<String> readByAll() {
        return Stream.concat(
                Stream.of(title, description, venue.name(), venue.address(), venue.map(), venue.access()),
                talks.stream().flatMap(talk -> Stream.of(talk.title(), talk.speaker(), talk.summary())));
    }

    /** The pool that an allocation is about. */
    static Mode modeOf(Allocation allocation, Map<Mode, Integer> capacity) {
        if (allocation.mode() != null) {
            return allocation.mode();
        }
        return capacity.containsKey(Mode.IN_PERSON) ? Mode.IN_PERSON : Mode.ONLINE;
    }

    /** Places by way of taking part, those that have any, in the order of {@link Mode}. */
    public Map<Mode, Integer> places() {
        Map<Mode, Integer> places = new EnumMap<>(Mode.class);
        places.putAll(capacity);
        return places;
    }
}
