package org.safercommunities.portal.notifications;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with marks, taken apart.
 *
 * @param literals what stands before, between and after the marks: one more than there are marks
 */
record Marked(List<String> literals, List<String> marks) {

    private static final Pattern MARK = Pattern.compile("\\{\\{([a-zA-Z][a-zA-Z0-9_-]{0,39})}}");
    private static final String OPENING = "{{";

    /** @throws IllegalArgumentException when a mark is opened that is none */
    static Marked parse(String text) {
        List<String> literals = new ArrayList<>();
        List<String> marks = new ArrayList<>();
        Matcher matcher = MARK.matcher(text);
        int end = 0;
        while (matcher.find()) {
            literals.add(text.substring(end, matcher.start()));
            marks.add(matcher.group(1));
            end = matcher.end();
        }
        literals.add(text.substring(end));
        for (String literal : literals) {
            int opened = literal.indexOf(OPENING);
            if (opened >= 0) {
                throw new IllegalArgumentException(
                        "Not a mark: " + literal.substring(opened, Math.min(literal.length(), opened + 40)));
            }
        }
        return new Marked(List.copyOf(literals), List.copyOf(marks));
    }

    Set<String> names() {
        return new LinkedHashSet<>(marks);
    }

    /** The text with a value for each mark. */
    String fill(UnaryOperator<String> values) {
        StringBuilder text = new StringBuilder(literals.getFirst());
        for (int i = 0; i < marks.size(); i++) {
            text.append(values.apply(marks.get(i))).append(literals.get(i + 1));
        }
        return text.toString();
    }
}
