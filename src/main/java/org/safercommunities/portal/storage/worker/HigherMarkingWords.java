package org.safercommunities.portal.storage.worker;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds words in a text that look like a marking above OFFICIAL, old ones included, so that whoever publishes the file is
 * warned. Only what looks like a header, a footer or a stamp counts: the marking alone on its line in any case, or in
 * capitals that stand out from their line. "We discussed confidential matters" and "SECRET SANTA FOR ALL" are no markings.
 */
final class HigherMarkingWords {

    private static final int LONGEST_BANNER = 160;

    private static final String WORDS =
            "TOP[ -]SECRET|SECRET|OFFICIAL ?[-–—:/]? ?\\(?SENSITIVE\\)?|CONFIDENTIAL|RESTRICTED";

    /** "Protective marking: OFFICIAL - SENSITIVE (personal)", "- CONFIDENTIAL -", "Restricted 3", "SECRET Page 2 of 9". */
    private static final Pattern ALONE = Pattern.compile(
            "(?:(?:(?:government )?(?:security )?(?:protective )?(?:classification|marking|marked)|status) ?[:=-]? ?)?"
                    + "(?:UK |STRICTLY |PRIVATE (?:AND|&) )?"
                    + "(?<marking>" + WORDS + ")"
                    + "(?: ?[-–—:/]? ?\\(?(?:PERSONAL|COMMERCIAL|LOCSEN|WHEN COMPLETE(?:D)?|UK EYES ONLY|MANAGEMENT|POLICE)\\)?)*"
                    + "(?: ?[-–—|]? ?(?:page )?\\d{1,4}(?: ?(?:of|/) ?\\d{1,4})?)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern IN_CAPITALS =
            Pattern.compile("(?<![\\p{L}\\p{N}-])(?<marking>" + WORDS + ")(?![\\p{L}\\p{N}])");

    private static final Pattern DENIED =
            Pattern.compile("(?:NOT|NON|NEVER|NO LONGER|UN)[ -]*$", Pattern.CASE_INSENSITIVE);

    private static final Pattern SET_OFF = Pattern.compile("\\s*[:|–—]|\\s+-\\s");

    private static final Pattern ORNAMENT =
            Pattern.compile("^[\\s\\[\\](){}*_~=|.,;:#•<>\"'“”–—-]+|[\\s\\[\\]{}*_~=|.,;:#•<>\"'“”–—-]+$");

    private HigherMarkingWords() {}

    /** @return the markings by their present names, such as {@code OFFICIAL-SENSITIVE} or {@code TOP SECRET} */
    static Set<String> in(String text) {
        Set<String> found = new TreeSet<>();
        text.lines().forEach(line -> {
            if (mayHold(line)) {
                collect(line, found);
            }
        });
        return found;
    }

    /** Cheap, for almost every line of a long text ends here. */
    private static boolean mayHold(String line) {
        for (int i = 0; i < line.length(); i++) {
            switch (line.charAt(i)) {
                case 'S', 's', 'C', 'c', 'R', 'r', 'T', 't', 'O', 'o' -> {
                    if (startsMarking(line, i)) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    private static boolean startsMarking(String line, int at) {
        return line.regionMatches(true, at, "secret", 0, 6)
                || line.regionMatches(true, at, "sensitive", 0, 9)
                || line.regionMatches(true, at, "confidential", 0, 12)
                || line.regionMatches(true, at, "restricted", 0, 10);
    }

    private static void collect(String line, Set<String> found) {
        String plain = ORNAMENT.matcher(line.strip().replaceAll("\\s+", " ")).replaceAll("");
        if (plain.length() <= LONGEST_BANNER) {
            Matcher alone = ALONE.matcher(plain);
            if (alone.matches()) {
                found.add(name(alone.group("marking")));
                return;
            }
        }
        Matcher capitals = IN_CAPITALS.matcher(line);
        while (capitals.find()) {
            String before = line.substring(Math.max(0, capitals.start() - 12), capitals.start());
            if (!DENIED.matcher(before).find()) {
                String name = name(capitals.group("marking"));
                if (name.contains("SENSITIVE") || name.startsWith("TOP") || standsOut(line, capitals)) {
                    found.add(name);
                }
            }
        }
    }

    /**
     * Capitals among capitals say nothing: the rest of the line must have more small letters than capitals, unless the
     * marking opens the line and is set off from it, as in "RESTRICTED: CASE REVIEWS".
     */
    private static boolean standsOut(String line, Matcher marking) {
        if (line.substring(0, marking.start()).isBlank()
                && SET_OFF.matcher(line.substring(marking.end())).lookingAt()) {
            return true;
        }
        String rest = line.substring(0, marking.start()) + line.substring(marking.end());
        long small = rest.chars().filter(Character::isLowerCase).count();
        long capital = rest.chars().filter(Character::isUpperCase).count();
        return small > capital;
    }

    private static String name(String found) {
        String words = found.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", " ").strip();
        return words.startsWith("OFFICIAL") ? "OFFICIAL-SENSITIVE" : words;
    }
}
