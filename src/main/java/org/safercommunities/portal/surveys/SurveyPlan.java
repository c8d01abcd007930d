package org.safercommunities.portal.surveys;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A survey as staff plan it.
 *
 * @param opensAt when it opens by itself; null for when somebody opens it
 * @param closesAt null for never
 */
public record SurveyPlan(
        String title,
        String intro,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        List<Question> questions) {

    private static final int MOST_QUESTIONS = 40;

    public SurveyPlan {
        title = title.strip().replaceAll("\\p{Cntrl}+", " ");
        intro = intro.strip();
        questions = List.copyOf(questions);
        if (title.isEmpty() || title.length() > 250) {
            throw new InvalidSurvey("title", "Enter a title of at most 250 characters");
        }
        if (intro.length() > 2000) {
            throw new InvalidSurvey("intro", "Shorten the introduction to at most 2,000 characters");
        }
        if (questions.isEmpty() || questions.size() > MOST_QUESTIONS) {
            throw new InvalidSurvey("questions", "Ask between 1 and 40 questions");
        }
        if (opensAt != null && closesAt != null && !opensAt.isBefore(closesAt)) {
            throw new InvalidSurvey("closes", "Enter a time for closing that is after the survey opens");
        }
    }

    /** What the partnership asks after an event, for staff to change. */
    public static SurveyPlan afterEvent(String event, @Nullable Instant opensAt, @Nullable Instant closesAt) {
        return new SurveyPlan(
                event.length() > 200 ? event.substring(0, 200) : event,
                "Six short questions. Nobody can see who answered what.",
                opensAt,
                closesAt,
                List.of(
                        new Question(null, QuestionKind.RATING, "How was the event as a whole?", List.of(), true),
                        new Question(null, QuestionKind.RATING, "How useful is it for your work?", List.of(), true),
                        new Question(null, QuestionKind.RATING, "How was the organisation?", List.of(), false),
                        new Question(
                                null,
                                QuestionKind.CHOICE,
                                "Will you pass on what you learnt to colleagues?",
                                List.of("Yes", "Perhaps", "No"),
                                false),
                        new Question(null, QuestionKind.TEXT, "What will you do differently?", List.of(), false),
                        new Question(
                                null, QuestionKind.TEXT, "What should we do better next time?", List.of(), false)));
    }
}
