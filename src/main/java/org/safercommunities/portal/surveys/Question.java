package org.safercommunities.portal.surveys;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question of a survey.
 *
 * @param id null for a new one
 * @param choices for {@link QuestionKind#CHOICE}; ratings have the grades below, text has none
 */
public record Question(@Nullable UUID id, QuestionKind kind, String words, List<String> choices, boolean required) {

    /** The grades of a rating, the best first. */
    public static final List<String> GRADES = List.of("Excellent", "Very good", "Good", "Fair", "Poor");

    private static final int MOST_CHOICES = 20;

    public Question {
        words = words.strip().replaceAll("\\p{Cntrl}+", " ");
        choices = kind == QuestionKind.RATING
                ? GRADES
                : kind == QuestionKind.TEXT
                        ? List.of()
                        : choices.stream()
                                .map(String::strip)
                                .filter(choice -> !choice.isEmpty())
                                .toList();
        if (words.isEmpty() || words.length() > 500) {
            throw new InvalidSurvey("questions", "Enter each question in at most 500 characters");
        }
        if (kind == QuestionKind.CHOICE && (choices.size() < 2 || choices.size() > MOST_CHOICES)) {
            throw new InvalidSurvey("questions", "Give “%s” between 2 and 20 answers to choose from".formatted(words));
        }
        if (new LinkedHashSet<>(choices).size() != choices.size()) {
            throw new InvalidSurvey("questions", "Two answers of “%s” are the same".formatted(words));
        }
        if (choices.stream().anyMatch(choice -> choice.length() > 150 || choice.indexOf('\n') >= 0)) {
            throw new InvalidSurvey(
                    "questions", "Shorten the answers of “%s” to at most 150 characters".formatted(words));
        }
    }

    /** Whether this can be an answer to it. */
    boolean admits(String answer) {
        return kind == QuestionKind.TEXT ? answer.length() <= 4000 : choices.contains(answer);
    }
}
