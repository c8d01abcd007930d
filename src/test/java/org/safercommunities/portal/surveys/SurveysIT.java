package org.safercommunities.portal.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.events.BookingWish;
import org.safercommunities.portal.events.Bookings;
import org.safercommunities.portal.events.EventKind;
import org.safercommunities.portal.events.EventPlan;
import org.safercommunities.portal.events.EventPlanning;
import org.safercommunities.portal.events.EventSurveys;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.SessionPlan;
import org.safercommunities.portal.events.Venue;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The survey of an event, from planning to its results: asked of those who were there, and nobody can tell who said what. */
@PortalIT
class SurveysIT {

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private Surveys surveys;

    @Autowired
    private Answering answering;

    @Autowired
    private SurveyReading reading;

    @Autowired
    private EventSurveys eventSurveys;

    @Autowired
    private EventPlanning planning;

    @Autowired
    private Bookings bookings;

    @Autowired
    private JdbcClient jdbc;

    private Somebody somebody;
    private Reader editor;
    private UUID event;
    private List<Reader> attendees;

    @BeforeEach
    void anEventThatTwelvePeopleAreBookedFor() {
        somebody = new Somebody(portal);
        String agency = somebody.agency("Surveyed");
        editor = somebody.of(agency, Role.EDITOR);
        Instant start = Instant.now().plus(3, ChronoUnit.DAYS);
        SessionPlan session = new SessionPlan(
                null,
                "",
                "",
                start,
                start.plus(1, ChronoUnit.HOURS),
                Venue.NOWHERE,
                "",
                15,
                Map.of(Mode.ONLINE, 50),
                List.of(),
                List.of());
        event = planning.draft(
                new EventPlan(
                        "Coercive control",
                        EventKind.SEMINAR,
                        "",
                        Set.of(),
                        Audience.ofEveryone(),
                        null,
                        null,
                        null,
                        false,
                        8,
                        Set.of(),
                        false,
                        false,
                        List.of(session)),
                editor);
        planning.publish(event, editor);
        attendees = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Reader attendee = somebody.of(agency);
            bookings.book(event, BookingWish.of(Mode.ONLINE), attendee);
            attendees.add(attendee);
        }
    }

    @Test
    void opensByItselfWhenTheEventEndsForThoseWhoHadAPlace() {
        UUID survey = eventSurveys.plan(event, editor);
        Reader attendee = attendees.getFirst();
        assertThatThrownBy(() -> answering.open(survey, attendee)).isInstanceOf(UnknownSurvey.class);

        surveys.openDue();
        assertThat(answering.waitingFor(attendee))
                .as("before the event has ended")
                .isEmpty();

        itsTimeHasCome(survey);
        surveys.openDue();
        assertThat(answering.waitingFor(attendee))
                .extracting(Answering.Waiting::id)
                .containsExactly(survey);
        assertThat(answering.open(survey, attendee).state()).isEqualTo(SurveyForm.State.OPEN);
        assertThat(answering.open(survey, attendee).asked()).isTrue();
        assertThat(answering.open(survey, editor).asked())
                .as("whoever runs it sees how it looks")
                .isFalse();
        assertThatThrownBy(() -> answering.open(survey, somebody.of(attendee.agencyId())))
                .as("somebody who was not there")
                .isInstanceOf(UnknownSurvey.class);
    }

    @Test
    void takesOneAnswerFromEachAndKeepsNoTraceOfWhom() {
        UUID survey = open();
        Reader attendee = attendees.getFirst();
        answering.answer(survey, answers(survey, attendee, "Good", "More time for questions"), attendee);
        assertThat(answering.open(survey, attendee).state()).isEqualTo(SurveyForm.State.ANSWERED);
        assertThatThrownBy(() -> answering.answer(survey, answers(survey, attendee, "Poor", ""), attendee))
                .isInstanceOf(InvalidSurvey.class);

        List<String> columns = jdbc.sql("""
                SELECT column_name FROM information_schema.columns
                 WHERE table_schema = DATABASE() AND table_name = 'survey_answer'
                """).query(String.class).list();
        assertThat(columns).containsExactlyInAnyOrder("response_id", "question_id", "survey_id", "value");
        Integer trail = jdbc.sql("SELECT COUNT(*) FROM audit_row WHERE actor = ? AND action LIKE 'surveys.%'")
                .param(attendee.personId().toString())
                .query(Integer.class)
                .single();
        assertThat(trail).isZero();
    }

    @Test
    void refusesWhatIsNoAnswer() {
        UUID survey = open();
        Reader attendee = attendees.getFirst();
        assertThatThrownBy(() -> answering.answer(survey, Map.of(), attendee))
                .isInstanceOf(InvalidSurvey.class)
                .hasMessageContaining("Answer “");
        assertThatThrownBy(() -> answering.answer(survey, answers(survey, attendee, "Splendid", ""), attendee))
                .isInstanceOf(InvalidSurvey.class)
                .hasMessage("Choose one of the answers");
        assertThat(answering.open(survey, attendee).state()).isEqualTo(SurveyForm.State.OPEN);
    }

    @Test
    void showsResultsFromTenAnswersOnAndOnlyToWhoRunsTheEvent() throws IOException {
        UUID survey = open();
        for (Reader attendee : attendees.subList(0, 9)) {
            answering.answer(survey, answers(survey, attendee, "Excellent", "Thanks"), attendee);
        }
        SurveyResults few = reading.results(survey, editor);
        assertThat(few.shown()).isFalse();
        assertThat(few.questions()).allMatch(question -> question.answers() == 0);

        answering.answer(survey, answers(survey, attendees.get(9), "Fair", "=1+1"), attendees.get(9));
        SurveyResults enough = reading.results(survey, editor);
        assertThat(enough.answered()).isEqualTo(10);
        assertThat(enough.questions().getFirst().percentGood()).isEqualTo(90);
        assertThat(enough.questions().getFirst().counts())
                .containsEntry("Fair", 1)
                .containsEntry("Poor", 0);

        StringBuilder table = new StringBuilder();
        reading.export(survey, table, editor);
        assertThat(table).contains("Excellent,9,90").contains("'=1+1");
        assertThatThrownBy(() -> reading.results(survey, attendees.getFirst())).isInstanceOf(UnknownSurvey.class);
        assertThatThrownBy(() -> reading.results(UUID.randomUUID(), editor)).isInstanceOf(UnknownSurvey.class);
    }

    @Test
    void keepsItsQuestionsOnceSomebodyHasAnswered() {
        UUID survey = open();
        SurveyPlan plan = surveys.find(survey, editor).plan();
        answering.answer(survey, answers(survey, attendees.getFirst(), "Good", ""), attendees.getFirst());
        SurveyPlan other = new SurveyPlan(
                "Renamed", "", plan.opensAt(), plan.closesAt(), plan.questions().subList(0, 1));
        assertThatThrownBy(() -> surveys.change(survey, other, editor)).isInstanceOf(InvalidSurvey.class);
        surveys.change(
                survey, new SurveyPlan("Renamed", "", plan.opensAt(), plan.closesAt(), plan.questions()), editor);
        assertThat(surveys.find(survey, editor).plan().title()).isEqualTo("Renamed");
        surveys.close(survey, editor);
        assertThatThrownBy(
                        () -> answering.answer(survey, answers(survey, attendees.get(1), "Good", ""), attendees.get(1)))
                .hasMessageContaining("closed");
    }

    private UUID open() {
        UUID survey = eventSurveys.plan(event, editor);
        surveys.open(survey, editor);
        return survey;
    }

    private Map<UUID, String> answers(UUID survey, Reader reader, String grade, String words) {
        Map<UUID, String> answers = new HashMap<>();
        for (Question question : answering.open(survey, reader).questions()) {
            UUID id = Objects.requireNonNull(question.id());
            switch (question.kind()) {
                case RATING -> answers.put(id, grade);
                case CHOICE -> answers.put(id, "Yes");
                case TEXT -> answers.put(id, words);
            }
        }
        return answers;
    }

    private void itsTimeHasCome(UUID survey) {
        jdbc.sql("UPDATE survey SET opens_at = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE id = ?")
                .param(survey.toString())
                .update();
    }
}
