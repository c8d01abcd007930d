package org.safercommunities.portal.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.events.Attendance;
import org.safercommunities.portal.events.BookingWish;
import org.safercommunities.portal.events.Bookings;
import org.safercommunities.portal.events.DeskPerson;
import org.safercommunities.portal.events.EventDesk;
import org.safercommunities.portal.events.EventKind;
import org.safercommunities.portal.events.EventPlan;
import org.safercommunities.portal.events.EventPlanning;
import org.safercommunities.portal.events.EventSurveys;
import org.safercommunities.portal.events.Events;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.SessionPlan;
import org.safercommunities.portal.events.Talk;
import org.safercommunities.portal.events.Venue;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.surveys.Answering;
import org.safercommunities.portal.surveys.Question;
import org.safercommunities.portal.surveys.Surveys;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * An event that is over, so that what comes afterwards can be looked at: who came, certificates, a survey with answers. It is
 * planned, booked and then moved to the past; all in one transaction, so that nobody is told of it as something to come.
 */
@Component
@ConditionalOnBooleanProperty("portal.demo")
class DemoPastEvent {

    private static final String EDITOR = "editor@kcst.example";
    private static final String MISSED = "elder.medway@kfrs.example";
    /** Comes, and has the survey still before them. */
    private static final String TO_ANSWER = "practitioner@dover.example";

    private static final List<String> PEOPLE = List.of(
            "reviewer@kcst.example",
            "admin@kcst.example",
            "coordinator@thanet.example",
            TO_ANSWER,
            "practitioner@swale.example",
            "volunteer@mail.example",
            "officer@kentpolice.example",
            "warden@kcc.example",
            "board@kfrs.example",
            "teasel.romney@kentpolice.example",
            "yarrow.hythe@kcc.example",
            MISSED);

    private static final List<String> WORDS = List.of(
            "I will ask about the family’s routine before I ask about the incident.",
            "",
            "Share the checklist with our housing officers.",
            "",
            "Write down what I saw on the same day.");

    private final EventPlanning planning;
    private final Events events;
    private final Bookings bookings;
    private final EventDesk desk;
    private final Attendance attendance;
    private final EventSurveys eventSurveys;
    private final Surveys surveys;
    private final Answering answering;
    private final PersonList people;
    private final Readers readers;
    private final Clock clock;

    DemoPastEvent(
            EventPlanning planning,
            Events events,
            Bookings bookings,
            EventDesk desk,
            Attendance attendance,
            EventSurveys eventSurveys,
            Surveys surveys,
            Answering answering,
            PersonList people,
            Readers readers,
            Clock clock) {
        this.planning = planning;
        this.events = events;
        this.bookings = bookings;
        this.desk = desk;
        this.attendance = attendance;
        this.eventSurveys = eventSurveys;
        this.surveys = surveys;
        this.answering = answering;
        this.people = people;
        this.readers = readers;
        this.clock = clock;
    }

    /** Within the caller’s transaction. */
    void hold() {
        Reader editor = as(EDITOR);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Dates.KENT);
        UUID event = planning.draft(plan(null, today.plusDays(7)), editor);
        planning.publish(event, editor);
        PEOPLE.forEach(email -> bookings.book(event, BookingWish.of(Mode.IN_PERSON), as(email)));
        UUID session =
                events.find(event, editor).orElseThrow().sessions().getFirst().id();
        planning.change(event, plan(session, today.minusDays(9)), editor);
        for (DeskPerson person : desk.people(event, editor)) {
            attendance.note(person.place(), !person.email().equals(MISSED), editor);
        }
        UUID survey = eventSurveys.plan(event, editor);
        surveys.open(survey, editor);
        int number = 0;
        for (String email : PEOPLE) {
            if (!email.equals(MISSED) && !email.equals(TO_ANSWER)) {
                Reader who = as(email);
                answering.answer(survey, answers(answering.open(survey, who).questions(), number++), who);
            }
        }
    }

    private static Map<UUID, String> answers(List<Question> questions, int number) {
        Map<UUID, String> answers = new HashMap<>();
        int place = 0;
        for (Question question : questions) {
            String answer = question.choices().isEmpty()
                    ? WORDS.get((number + place) % WORDS.size())
                    // Mostly the best, now and then the next
                    : question.choices().get((number * 3 + place) % 4 == 3 ? 1 : number % 7 == 6 ? 2 : 0);
            answers.put(Objects.requireNonNull(question.id()), answer);
            place++;
        }
        return answers;
    }

    private static EventPlan plan(@Nullable UUID session, LocalDate day) {
        SessionPlan morning = new SessionPlan(
                session,
                "",
                "",
                at(day, 9, 30),
                at(day, 12, 0),
                new Venue("The Corn Exchange", "4 Market Row, Faversham", "", "Step-free, with a lift to both floors."),
                "",
                SessionPlan.JOIN_OPENS_MINUTES,
                Map.of(Mode.IN_PERSON, 12),
                List.of(),
                List.of(
                        new Talk("What a doorstep tells", "Bramble Stour, Kent Police", 60, ""),
                        new Talk("Three cases, step by step", "Juniper Downs, Kent Community Safety Team", 60, "")));
        return new EventPlan(
                "Doorstep crime: the autumn seminar",
                EventKind.SEMINAR,
                "What housing officers, wardens and police see at the same door, and how they tell each other.",
                Set.of("anti-social-behaviour"),
                Audience.ofEveryone(),
                null,
                null,
                null,
                false,
                EventPlan.OFFER_HOURS,
                EventPlan.REMINDER_DAYS,
                false,
                false,
                List.of(morning));
    }

    private Reader as(String email) {
        return people.findByEmail(email)
                .map(PersonSummary::id)
                .flatMap(readers::of)
                .orElseThrow(() -> new IllegalStateException("Nobody in the demonstration has the address " + email));
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(Dates.KENT).toInstant();
    }
}
