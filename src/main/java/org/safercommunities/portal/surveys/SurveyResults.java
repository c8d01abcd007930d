package org.safercommunities.portal.surveys;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What was answered.
 *
 * @param invited how many were asked
 * @param answered how many have answered
 * @param shown whether there are enough answers to show any: see {@link #FEWEST}
 */
public record SurveyResults(
        UUID id, String title, String path, int invited, int answered, boolean shown, List<OfQuestion> questions) {

    /** With fewer answers than these none is shown, for people could be told by what they said. */
    public static final int FEWEST = 10;

    /**
     * @param counts by grade or choice, in their order, all of them; empty for text
     * @param words what was written, in an order that says nothing
     */
    public record OfQuestion(Question question, Map<String, Integer> counts, List<String> words) {

        public int answers() {
            return question.kind() == QuestionKind.TEXT
                    ? words.size()
                    : counts.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** Of a hundred, rounded. */
        public int percent(String choice) {
            int all = answers();
            return all == 0 ? 0 : Math.round(100f * counts.getOrDefault(choice, 0) / all);
        }

        /** How many of a hundred gave one of the two best grades. */
        public int percentGood() {
            int all = answers();
            int good = counts.getOrDefault(Question.GRADES.get(0), 0) + counts.getOrDefault(Question.GRADES.get(1), 0);
            return all == 0 ? 0 : Math.round(100f * good / all);
        }
    }
}
