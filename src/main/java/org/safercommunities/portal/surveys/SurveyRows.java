package org.safercommunities.portal.surveys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of surveys and their questions. */
@Repository
class SurveyRows {

    /** A survey without its questions. */
    record Survey(
            UUID id,
            String subject,
            String title,
            String intro,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            @Nullable Instant openedAt) {

        boolean isOpen(Instant now) {
            return openedAt != null && !isClosed(now);
        }

        boolean isClosed(Instant now) {
            return closesAt != null && !now.isBefore(closesAt);
        }

        String subjectType() {
            return subject.substring(0, subject.indexOf(':'));
        }

        UUID subjectId() {
            return UUID.fromString(subject.substring(subject.indexOf(':') + 1));
        }
    }

    private final JdbcClient jdbc;

    SurveyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Survey> find(UUID id) {
        return jdbc.sql("SELECT * FROM survey WHERE id = ?")
                .param(id.toString())
                .query(SurveyRows::survey)
                .optional();
    }

    /** Held until the transaction ends, so that nobody answers a survey whose questions change at that moment. */
    Optional<Survey> hold(UUID id) {
        return jdbc.sql("SELECT * FROM survey WHERE id = ? FOR UPDATE")
                .param(id.toString())
                .query(SurveyRows::survey)
                .optional();
    }

    Optional<Survey> ofSubject(String subject) {
        return jdbc.sql("SELECT * FROM survey WHERE subject = ?")
                .param(subject)
                .query(SurveyRows::survey)
                .optional();
    }

    List<UUID> due(Instant now) {
        return jdbc.sql("SELECT id FROM survey WHERE opened_at IS NULL AND opens_at <= ? ORDER BY opens_at LIMIT 100")
                .param(Sql.utc(now))
                .query((row, number) -> Sql.id(row, "id"))
                .list();
    }

    void add(UUID id, String subject, SurveyPlan plan, Instant now) {
        jdbc.sql("""
                INSERT INTO survey (id, subject, title, intro, opens_at, closes_at, created_at, version)
                VALUES (:id, :subject, :title, :intro, :opens, :closes, :now, 0)
                """)
                .param("id", id.toString())
                .param("subject", subject)
                .param("title", plan.title())
                .param("intro", plan.intro())
                .param("opens", Sql.utcOrNull(plan.opensAt()))
                .param("closes", Sql.utcOrNull(plan.closesAt()))
                .param("now", Sql.utc(now))
                .update();
        addQuestions(id, plan.questions());
    }

    void change(UUID id, SurveyPlan plan, boolean questionsToo) {
        jdbc.sql("UPDATE survey SET title = ?, intro = ?, opens_at = ?, closes_at = ? WHERE id = ?")
                .param(plan.title())
                .param(plan.intro())
                .param(Sql.utcOrNull(plan.opensAt()))
                .param(Sql.utcOrNull(plan.closesAt()))
                .param(id.toString())
                .update();
        if (questionsToo) {
            jdbc.sql("DELETE FROM survey_question WHERE survey_id = ?")
                    .param(id.toString())
                    .update();
            addQuestions(id, plan.questions());
        }
    }

    boolean open(UUID id, Instant now) {
        return jdbc.sql("UPDATE survey SET opened_at = ? WHERE id = ? AND opened_at IS NULL")
                        .param(Sql.utc(now))
                        .param(id.toString())
                        .update()
                == 1;
    }

    void close(UUID id, Instant now) {
        jdbc.sql("UPDATE survey SET closes_at = ? WHERE id = ?")
                .param(Sql.utc(now))
                .param(id.toString())
                .update();
    }

    List<Question> questions(UUID survey) {
        return jdbc.sql("SELECT * FROM survey_question WHERE survey_id = ? ORDER BY position")
                .param(survey.toString())
                .query((row, number) -> new Question(
                        Sql.id(row, "id"),
                        QuestionKind.valueOf(row.getString("kind")),
                        row.getString("words"),
                        row.getString("choices").isEmpty()
                                ? List.of()
                                : List.of(row.getString("choices").split("\n")),
                        row.getBoolean("required")))
                .list();
    }

    private void addQuestions(UUID survey, List<Question> questions) {
        int position = 0;
        for (Question question : questions) {
            UUID id = question.id();
            jdbc.sql("""
                    INSERT INTO survey_question (survey_id, position, id, kind, words, choices, required)
                    VALUES (:survey, :position, :id, :kind, :words, :choices, :required)
                    """)
                    .param("survey", survey.toString())
                    .param("position", position++)
                    .param("id", (id == null ? UUID.randomUUID() : id).toString())
                    .param("kind", question.kind().name())
                    .param("words", question.words())
                    .param("choices", String.join("\n", question.choices()))
                    .param("required", question.required())
                    .update();
        }
    }

    private static Survey survey(ResultSet row, int number) throws SQLException {
        return new Survey(
                Sql.id(row, "id"),
                row.getString("subject"),
                row.getString("title"),
                row.getString("intro"),
                Sql.instant(row, "opens_at"),
                Sql.instant(row, "closes_at"),
                Sql.instant(row, "opened_at"));
    }
}
