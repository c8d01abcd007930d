package org.safercommunities.portal.surveys;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows a survey to those who are asked and takes their answers: once from each, and without any trace from whom. */
@Service
public class Answering {

    private final SurveyRows rows;
    private final WhoRunsSurvey whoRuns;
    private final JdbcClient jdbc;
    private final Clock clock;

    Answering(SurveyRows rows, WhoRunsSurvey whoRuns, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.whoRuns = whoRuns;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Surveys that wait for this person’s answer. */
    @Transactional(readOnly = true)
    public List<Waiting> waitingFor(Reader reader) {
        return jdbc.sql("""
                SELECT s.id, s.title, s.closes_at FROM survey_invited i JOIN survey s ON s.id = i.survey_id
                 WHERE i.person_id = :me AND NOT i.answered AND s.opened_at IS NOT NULL
                   AND (s.closes_at IS NULL OR s.closes_at > :now) ORDER BY s.opened_at DESC
                """)
                .param("me", reader.personId().toString())
                .param("now", Sql.utc(clock.instant()))
                .query((row, number) -> new Waiting(Sql.id(row, "id"), row.getString("title")))
                .list();
    }

    /** A survey that waits for an answer. */
    public record Waiting(UUID id, String title) {}

    /** @throws UnknownSurvey when there is none, or this person is neither asked nor runs it */
    @Transactional(readOnly = true)
    public SurveyForm open(UUID id, Reader reader) {
        SurveyRows.Survey survey = rows.find(id).orElseThrow(() -> new UnknownSurvey(id));
        Boolean answered = answered(id, reader, false);
        if (answered == null && !whoRuns.admits(survey.subjectType(), survey.subjectId(), reader)) {
            throw new UnknownSurvey(id);
        }
        return new SurveyForm(
                id,
                survey.title(),
                survey.intro(),
                rows.questions(id),
                state(survey, answered),
                answered != null,
                survey.closesAt(),
                whoRuns.path(survey));
    }

    /**
     * Takes a person’s answers, by the ids of the questions; left out is not answered.
     *
     * @throws InvalidSurvey when it is closed, answered already, or a needed answer is missing
     */
    @Transactional
    public void answer(UUID id, Map<UUID, String> answers, Reader reader) {
        SurveyRows.Survey survey = rows.hold(id).orElseThrow(() -> new UnknownSurvey(id));
        Boolean answered = answered(id, reader, true);
        if (answered == null) {
            throw new UnknownSurvey(id);
        }
        switch (state(survey, answered)) {
            case ANSWERED -> throw new InvalidSurvey("survey", "You have answered already. Thank you");
            case CLOSED -> throw new InvalidSurvey("survey", "This survey has closed, so your answers were not taken");
            case NOT_OPEN -> throw new InvalidSurvey("survey", "This survey is not open yet");
            case OPEN -> {
                write(survey, answers);
                jdbc.sql("UPDATE survey_invited SET answered = TRUE WHERE survey_id = ? AND person_id = ?")
                        .param(id.toString())
                        .param(reader.personId().toString())
                        .update();
            }
        }
    }

    private void write(SurveyRows.Survey survey, Map<UUID, String> answers) {
        UUID response = UUID.randomUUID();
        for (Question question : rows.questions(survey.id())) {
            UUID id = Objects.requireNonNull(question.id());
            String answer = Objects.requireNonNullElse(answers.get(id), "").strip();
            if (answer.isEmpty()) {
                if (question.required()) {
                    throw new InvalidSurvey(id.toString(), "Answer “%s”".formatted(question.words()));
                }
                continue;
            }
            if (!question.admits(answer)) {
                throw new InvalidSurvey(
                        id.toString(),
                        question.kind() == QuestionKind.TEXT
                                ? "Shorten your answer to at most 4,000 characters"
                                : "Choose one of the answers");
            }
            jdbc.sql("INSERT INTO survey_answer (response_id, question_id, survey_id, value) VALUES (?, ?, ?, ?)")
                    .param(response.toString())
                    .param(id.toString())
                    .param(survey.id().toString())
                    .param(answer)
                    .update();
        }
    }

    /** Null when the person is not asked. */
    private @Nullable Boolean answered(UUID id, Reader reader, boolean hold) {
        return jdbc.sql("SELECT answered FROM survey_invited WHERE survey_id = ? AND person_id = ?"
                        + (hold ? " FOR UPDATE" : ""))
                .param(id.toString())
                .param(reader.personId().toString())
                .query(Boolean.class)
                .optional()
                .orElse(null);
    }

    private SurveyForm.State state(SurveyRows.Survey survey, @Nullable Boolean answered) {
        Instant now = clock.instant();
        if (Boolean.TRUE.equals(answered)) {
            return SurveyForm.State.ANSWERED;
        }
        if (survey.isClosed(now)) {
            return SurveyForm.State.CLOSED;
        }
        return survey.isOpen(now) ? SurveyForm.State.OPEN : SurveyForm.State.NOT_OPEN;
    }
}
