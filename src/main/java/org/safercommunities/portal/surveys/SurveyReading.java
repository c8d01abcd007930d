package org.safercommunities.portal.surveys;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Csv;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what was answered, for whoever runs the survey. */
@Service
public class SurveyReading {

    private final SurveyRows rows;
    private final WhoRunsSurvey whoRuns;
    private final JdbcClient jdbc;

    SurveyReading(SurveyRows rows, WhoRunsSurvey whoRuns, JdbcClient jdbc) {
        this.rows = rows;
        this.whoRuns = whoRuns;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public SurveyResults results(UUID id, Reader by) {
        SurveyRows.Survey survey = rows.find(id).orElseThrow(() -> new UnknownSurvey(id));
        whoRuns.unlessRuns(survey, by);
        int invited = count("SELECT COUNT(*) FROM survey_invited WHERE survey_id = ?", id);
        int answered = count("SELECT COUNT(*) FROM survey_invited WHERE survey_id = ? AND answered", id);
        boolean shown = answered >= SurveyResults.FEWEST;
        Map<UUID, List<String>> answers = shown ? answers(id) : Map.of();
        List<SurveyResults.OfQuestion> questions = rows.questions(id).stream()
                .map(question -> of(question, answers.getOrDefault(Objects.requireNonNull(question.id()), List.of())))
                .toList();
        return new SurveyResults(id, survey.title(), whoRuns.path(survey), invited, answered, shown, questions);
    }

    /** Writes counts and words as a table, never which answers belong together. */
    @Transactional(readOnly = true)
    public void export(UUID id, Appendable out, Reader by) throws IOException {
        SurveyResults results = results(id, by);
        Csv csv = new Csv(out).row("Question", "Answer", "Number", "Per cent");
        if (!results.shown()) {
            csv.row(
                    "Fewer than %d people have answered, so nothing is shown".formatted(SurveyResults.FEWEST),
                    "",
                    "",
                    "");
            return;
        }
        for (SurveyResults.OfQuestion each : results.questions()) {
            for (Map.Entry<String, Integer> count : each.counts().entrySet()) {
                csv.row(
                        each.question().words(),
                        count.getKey(),
                        String.valueOf(count.getValue()),
                        String.valueOf(each.percent(count.getKey())));
            }
            for (String words : each.words()) {
                csv.row(each.question().words(), words, "", "");
            }
        }
    }

    private Map<UUID, List<String>> answers(UUID survey) {
        Map<UUID, List<String>> answers = new HashMap<>();
        jdbc.sql("SELECT question_id, value FROM survey_answer WHERE survey_id = ?")
                .param(survey.toString())
                .query(row -> {
                    answers.computeIfAbsent(UUID.fromString(row.getString("question_id")), any -> new ArrayList<>())
                            .add(row.getString("value"));
                });
        return answers;
    }

    private static SurveyResults.OfQuestion of(Question question, List<String> answers) {
        if (question.kind() == QuestionKind.TEXT) {
            List<String> words = new ArrayList<>(answers);
            // By its letters: the order in which they came would tell who wrote them
            Collections.sort(words);
            return new SurveyResults.OfQuestion(question, Map.of(), List.copyOf(words));
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        question.choices().forEach(choice -> counts.put(choice, Collections.frequency(answers, choice)));
        return new SurveyResults.OfQuestion(question, Collections.unmodifiableMap(counts), List.of());
    }

    private int count(String sql, UUID id) {
        return jdbc.sql(sql).param(id.toString()).query(Integer.class).single();
    }
}
