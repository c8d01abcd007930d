package org.safercommunities.portal.surveys;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Plans surveys, opens and closes them. Whoever runs what a survey is about does. */
@Service
public class Surveys {

    private final SurveyRows rows;
    private final WhoRunsSurvey whoRuns;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    Surveys(SurveyRows rows, WhoRunsSurvey whoRuns, JdbcClient jdbc, ApplicationEventPublisher messages, Clock clock) {
        this.rows = rows;
        this.whoRuns = whoRuns;
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    /** The survey of a subject, as its runner plans it. */
    public record Planned(UUID id, SurveyPlan plan, boolean open, boolean closed, int invited, int answered) {}

    /** Empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<Planned> ofSubject(String type, UUID subject, Reader by) {
        if (!whoRuns.admits(type, subject, by)) {
            return Optional.empty();
        }
        return rows.ofSubject(type + ":" + subject).map(this::planned);
    }

    /** The same by the survey’s own id. */
    @Transactional(readOnly = true)
    public Planned find(UUID id, Reader by) {
        SurveyRows.Survey survey = rows.find(id).orElseThrow(() -> new UnknownSurvey(id));
        whoRuns.unlessRuns(survey, by);
        return planned(survey);
    }

    /** @return its id; there is one survey for each subject */
    @Transactional
    public UUID plan(String type, UUID subject, SurveyPlan plan, Reader by) {
        if (!whoRuns.admits(type, subject, by)) {
            throw new UnknownSurvey(subject);
        }
        String about = type + ":" + subject;
        if (rows.ofSubject(about).isPresent()) {
            throw new InvalidSurvey("title", "There is a survey for this already");
        }
        UUID id = UUID.randomUUID();
        rows.add(id, about, plan, clock.instant());
        messages.publishEvent(new SurveyMessage(id, about, "planned", by.actor()));
        return id;
    }

    /** Changes words, times and, until somebody has answered, the questions. */
    @Transactional
    public void change(UUID id, SurveyPlan plan, Reader by) {
        SurveyRows.Survey survey = held(id, by);
        boolean answered = count(id, "AND answered") > 0;
        if (answered && !sameQuestions(plan, id)) {
            throw new InvalidSurvey("questions", "People have answered already, so the questions stay as they are");
        }
        rows.change(id, plan, !answered);
        messages.publishEvent(new SurveyMessage(id, survey.subject(), "planned", by.actor()));
    }

    /** Lets people answer from now on. */
    @Transactional
    public void open(UUID id, Reader by) {
        SurveyRows.Survey survey = held(id, by);
        if (rows.open(id, clock.instant())) {
            messages.publishEvent(new SurveyMessage(id, survey.subject(), "opened", by.actor()));
            messages.publishEvent(new SurveyOpened(id, survey.subjectType(), survey.subjectId()));
        }
    }

    @Transactional
    public void close(UUID id, Reader by) {
        SurveyRows.Survey survey = held(id, by);
        rows.close(id, clock.instant());
        messages.publishEvent(new SurveyMessage(id, survey.subject(), "closed", by.actor()));
    }

    /** Those whose time to open has come. */
    List<UUID> due() {
        return rows.due(clock.instant());
    }

    /** Lets these people answer; those who may already are left as they are. For the module that the subject belongs to. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void invite(UUID id, Collection<UUID> people) {
        for (UUID person : people) {
            jdbc.sql("INSERT IGNORE INTO survey_invited (survey_id, person_id, answered) VALUES (?, ?, FALSE)")
                    .param(id.toString())
                    .param(person.toString())
                    .update();
        }
    }

    private SurveyRows.Survey held(UUID id, Reader by) {
        SurveyRows.Survey survey = rows.hold(id).orElseThrow(() -> new UnknownSurvey(id));
        if (by.actor() != null) {
            whoRuns.unlessRuns(survey, by);
        }
        return survey;
    }

    private boolean sameQuestions(SurveyPlan plan, UUID id) {
        return rows.questions(id).equals(plan.questions());
    }

    private Planned planned(SurveyRows.Survey survey) {
        Instant now = clock.instant();
        return new Planned(
                survey.id(),
                new SurveyPlan(
                        survey.title(),
                        survey.intro(),
                        survey.opensAt(),
                        survey.closesAt(),
                        rows.questions(survey.id())),
                survey.isOpen(now),
                survey.isClosed(now),
                count(survey.id(), ""),
                count(survey.id(), "AND answered"));
    }

    private int count(UUID id, String condition) {
        return jdbc.sql("SELECT COUNT(*) FROM survey_invited WHERE survey_id = ? " + condition)
                .param(id.toString())
                .query(Integer.class)
                .single();
    }
}
