package org.safercommunities.portal.events;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Audience;

/**
 * An event as staff plan it.
 *
 * @param description Markdown
 * @param topics slugs
 * @param opens when booking opens; null for as soon as it is published
 * @param closes when booking and the waiting list close; null for when the first session starts
 * @param cancelUntil until when people may give their place up themselves; null for when the first session starts
 * @param approval whether each booking waits for somebody’s approval, with the place held
 * @param offerHours how many working hours an offered place is held
 * @param reminderDays how many days before each session those booked are reminded
 * @param asksDietary whether people are asked what they cannot eat
 * @param asksAccess whether people are asked what they need to take part
 */
public record EventPlan(
        String title,
        EventKind kind,
        String description,
        Set<String> topics,
        Audience audience,
        @Nullable Instant opens,
        @Nullable Instant closes,
        @Nullable Instant cancelUntil,
        boolean approval,
        int offerHours,
        Set<Integer> reminderDays,
        boolean asksDietary,
        boolean asksAccess,
        List<SessionPlan> sessions) {

    public static final int OFFER_HOURS = 8;
    public static final Set<Integer> REMINDER_DAYS = Set.of(7, 1);
    private static final int MOST_SESSIONS = 60;

    public EventPlan {
        title = title.strip().replaceAll("\\p{Cntrl}+", " ");
        description = description.strip();
        topics = Set.copyOf(topics);
        reminderDays = Set.copyOf(reminderDays);
        sessions = List.copyOf(sessions);
        InvalidEvent.unless(
                !title.isEmpty() && title.length() <= 250, "title", "Enter a title of at most 250 characters");
        InvalidEvent.unless(
                description.length() <= 20_000, "description", "Shorten the description to at most 20,000 characters");
        InvalidEvent.unless(
                !sessions.isEmpty() && sessions.size() <= MOST_SESSIONS, "sessions", "Enter between 1 and 60 sessions");
        InvalidEvent.unless(
                sessions.size() == 1
                        || sessions.stream()
                                .noneMatch(session -> session.title().isEmpty()),
                "sessions",
                "Give each session a title, so that people can tell them apart");
        KentTime.unlessInCalendar(opens, "registration");
        KentTime.unlessInCalendar(closes, "registration");
        KentTime.unlessInCalendar(cancelUntil, "registration");
        InvalidEvent.unless(
                opens == null || closes == null || opens.isBefore(closes),
                "registration",
                "Enter a time for closing that is after booking opens");
        InvalidEvent.unless(
                closes == null || !closes.isAfter(lastEnd(sessions)),
                "registration",
                "Let booking close before the event is over");
        unlessMeetingIsTold(title, description, sessions);
        InvalidEvent.unless(offerHours >= 1 && offerHours <= 80, "offerHours", "Enter between 1 and 80 working hours");
        InvalidEvent.unless(
                reminderDays.size() <= 5 && reminderDays.stream().allMatch(days -> days >= 1 && days <= 60),
                "reminderDays",
                "Enter up to five reminders, each between 1 and 60 days before");
    }

    private static void unlessMeetingIsTold(String title, String description, List<SessionPlan> sessions) {
        List<String> readByAll = Stream.concat(
                        Stream.of(title, description), sessions.stream().flatMap(SessionPlan::readByAll))
                .toList();
        InvalidEvent.unless(
                sessions.stream().noneMatch(session -> readByAll.stream().anyMatch(session::isToldBy)),
                "description",
                "Take the link to the online meeting out of what everybody reads. The portal lets in those who have a place");
    }

    static Instant lastEnd(List<SessionPlan> sessions) {
        return sessions.stream().map(SessionPlan::end).max(Instant::compareTo).orElseThrow();
    }

    Instant firstStart() {
        return sessions.stream().map(SessionPlan::start).min(Instant::compareTo).orElseThrow();
    }

    Instant lastEnd() {
        return lastEnd(sessions);
    }

    /** Days before, the longest first. */
    public List<Integer> reminders() {
        return new TreeSet<>(reminderDays).descendingSet().stream().toList();
    }
}
