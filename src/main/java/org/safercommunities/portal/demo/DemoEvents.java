package org.safercommunities.portal.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.events.Allocation;
import org.safercommunities.portal.events.BookingWish;
import org.safercommunities.portal.events.Bookings;
import org.safercommunities.portal.events.EventKind;
import org.safercommunities.portal.events.EventPlan;
import org.safercommunities.portal.events.EventPlanning;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.SessionPlan;
import org.safercommunities.portal.events.Talk;
import org.safercommunities.portal.events.Venue;
import org.safercommunities.portal.shared.Dates;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Puts the demonstration's events in, in the weeks after its first start: an information session, a seminar that is full,
 * a hybrid conference with parallel sessions, a course for trainers, and a draft; and one that is over.
 */
@Component
@ConditionalOnBooleanProperty("portal.demo")
class DemoEvents {

    private static final String EDITOR = "editor@kcst.example";
    private static final Venue MILL = new Venue(
            "The Old Maltings",
            "7 Hop Lane, Maidstone",
            "https://maps.example/old-maltings",
            "Step-free from the car park, with a hearing loop in the hall. The nearest bus stop is two minutes away.");

    private final DemoSeed seed;
    private final DemoPastEvent pastEvent;
    private final EventPlanning planning;
    private final Bookings bookings;
    private final PersonList people;
    private final Readers readers;
    private final Clock clock;

    DemoEvents(
            DemoSeed seed,
            DemoPastEvent pastEvent,
            EventPlanning planning,
            Bookings bookings,
            PersonList people,
            Readers readers,
            Clock clock) {
        this.seed = seed;
        this.pastEvent = pastEvent;
        this.planning = planning;
        this.bookings = bookings;
        this.people = people;
        this.readers = readers;
        this.clock = clock;
    }

    void putIn() {
        seed.once("event:information-session", () -> publish(informationSession()));
        seed.once("event:seminar", () -> {
            UUID seminar = publish(seminar());
            book(
                    seminar,
                    Mode.IN_PERSON,
                    "officer@kentpolice.example",
                    "warden@kcc.example",
                    "coordinator@thanet.example");
            book(seminar, Mode.IN_PERSON, "practitioner@swale.example");
        });
        seed.once("event:conference", () -> publish(conference()));
        seed.once("event:trainers", () -> {
            UUID course = publish(trainers());
            book(course, Mode.IN_PERSON, "board@kfrs.example", "volunteer@mail.example");
        });
        seed.once("event:past", pastEvent::hold);
        seed.once("event:draft", () -> planning.draft(newcomers(), as(EDITOR)));
    }

    private EventPlan informationSession() {
        LocalDate day = weekday(8);
        return plan(
                "Community safety information session",
                EventKind.INFORMATION_SESSION,
                "Three short topics over lunch, by video. It is recorded for those who cannot come.",
                Set.of("anti-social-behaviour", "serious-violence-and-organised-crime"),
                only(
                        at(day, 12, 0),
                        at(day, 13, 0),
                        Venue.NOWHERE,
                        "https://meet.example/information-session",
                        Map.of(Mode.ONLINE, 250),
                        new Talk("Noise at night: what works", "Samphire Chalk, Thanet District Council", 20, ""),
                        new Talk("Signs that a home was taken over", "Bramble Stour, Kent Police", 20, ""),
                        new Talk("New on the portal", "Hazel Cobnut, Kent Community Safety Team", 10, "")));
    }

    private EventPlan seminar() {
        LocalDate day = weekday(20);
        return plan(
                "Lessons learnt: seeing coercive control early",
                EventKind.SEMINAR,
                "A morning for people who meet families at home.\n\nWhat reviews of recent years have in common, **what to ask**"
                        + " and whom to tell. Case work in small groups, so there are few places.",
                Set.of("domestic-abuse"),
                only(
                        at(day, 9, 30),
                        at(day, 12, 30),
                        MILL,
                        "",
                        Map.of(Mode.IN_PERSON, 3),
                        new Talk("What the reviews say", "Juniper Downs, Kent Community Safety Team", 60, ""),
                        new Talk("Case work", "Heather Greensand, Kent County Council", 90, "")));
    }

    private EventPlan conference() {
        LocalDate day = weekday(41);
        return plan(
                "Safer together: the yearly conference",
                EventKind.CONFERENCE,
                "In the room and online. Choose one workshop for the afternoon.",
                Set.of("serious-violence-and-organised-crime", "safeguarding-vulnerable-people"),
                List.of(
                        new SessionPlan(
                                null,
                                "Morning in the hall",
                                "",
                                at(day, 9, 30),
                                at(day, 12, 30),
                                MILL,
                                "https://meet.example/conference",
                                30,
                                Map.of(Mode.IN_PERSON, 150, Mode.ONLINE, 100),
                                List.of(new Allocation(
                                        "kent-police", Mode.IN_PERSON, 20, 40, at(day.minusDays(14), 9, 0))),
                                List.of(
                                        new Talk("Welcome", "Alder Beacon, Kent Fire and Rescue Service", 15, ""),
                                        new Talk("Ten years of working together", "Hazel Cobnut", 45, ""),
                                        new Talk("Questions to the partners", "", 60, ""))),
                        workshop("Workshop: young people and county lines", day, 40),
                        workshop("Workshop: evidence that stands up in court", day, 40)));
    }

    private static SessionPlan workshop(String title, LocalDate day, int places) {
        return new SessionPlan(
                null,
                title,
                "",
                at(day, 13, 30),
                at(day, 15, 0),
                MILL,
                "https://meet.example/workshop",
                15,
                Map.of(Mode.IN_PERSON, places, Mode.ONLINE, 100),
                List.of(),
                List.of());
    }

    private EventPlan trainers() {
        LocalDate day = weekday(34);
        return plan(
                "Train the trainer: talking about hate crime",
                EventKind.TRAIN_THE_TRAINER,
                "For people who will give the session to their own colleagues within three months.",
                Set.of("preventing-extremism-and-hate"),
                only(at(day, 10, 0), at(day, 16, 0), MILL, "", Map.of(Mode.IN_PERSON, 40)));
    }

    private EventPlan newcomers() {
        LocalDate day = weekday(55);
        return plan(
                "New to community safety",
                EventKind.WORKSHOP,
                "Who does what in the partnership, for people in their first year.",
                Set.of(),
                only(at(day, 14, 0), at(day, 16, 0), Venue.NOWHERE, "", Map.of(Mode.ONLINE, 60)));
    }

    /** The one session of an event that needs no title of its own. */
    private static List<SessionPlan> only(
            Instant start, Instant end, Venue venue, String link, Map<Mode, Integer> capacity, Talk... talks) {
        return List.of(new SessionPlan(
                null,
                "",
                "",
                start,
                end,
                venue,
                link,
                SessionPlan.JOIN_OPENS_MINUTES,
                capacity,
                List.of(),
                List.of(talks)));
    }

    private static EventPlan plan(
            String title, EventKind kind, String description, Set<String> topics, List<SessionPlan> sessions) {
        return new EventPlan(
                title,
                kind,
                description,
                topics,
                Audience.ofEveryone(),
                null,
                null,
                null,
                false,
                EventPlan.OFFER_HOURS,
                EventPlan.REMINDER_DAYS,
                sessions.stream().anyMatch(session -> session.capacity().containsKey(Mode.IN_PERSON)),
                true,
                sessions);
    }

    private UUID publish(EventPlan plan) {
        Reader editor = as(EDITOR);
        UUID event = planning.draft(plan, editor);
        planning.publish(event, editor);
        return event;
    }

    private void book(UUID event, Mode mode, String... emails) {
        for (String email : emails) {
            bookings.book(event, BookingWish.of(mode), as(email));
        }
    }

    private Reader as(String email) {
        return people.findByEmail(email)
                .map(PersonSummary::id)
                .flatMap(readers::of)
                .orElseThrow(() -> new IllegalStateException("Nobody in the demonstration has the address " + email));
    }

    /** A day so many days from now, or the Tuesday after it where that is a weekend. */
    private LocalDate weekday(int days) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), Dates.KENT).plusDays(days);
        return day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()
                ? day.with(TemporalAdjusters.next(DayOfWeek.TUESDAY))
                : day;
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(Dates.KENT).toInstant();
    }
}
