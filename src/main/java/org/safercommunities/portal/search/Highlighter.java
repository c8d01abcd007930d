package org.safercommunities.portal.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds in a text what a query found in the index, and cuts snippets around it. It reads the text once, so that a page of
 * long documents stays quick, and stops after {@value #MOST_MARKS} places. For one search, on one thread.
 */
final class Highlighter {

    private static final int MOST_MARKS = 400;
    private static final int SNIPPET = 230;
    private static final int LEAD = 60;

    private final Letters letters = new Letters();
    private final List<Wanted> wanted;
    private final Set<Integer> similar;
    private final int distance;
    private final Map<String, List<Pattern>> patterns = new HashMap<>();
    private final Set<Integer> firstLetters = new HashSet<>();
    private final Map<String, String> stems = new HashMap<>();

    /**
     * @param similar which of the wanted words may be spelt otherwise
     * @param distance by how many letters
     */
    Highlighter(Wording wording, Set<Integer> similar, int distance) {
        this.wanted = wording.wanted();
        this.similar = similar;
        this.distance = distance;
        for (int i = 0; i < wanted.size(); i++) {
            for (List<String> form : wanted.get(i).forms()) {
                List<String> formStems = form.stream().map(letters::stem).toList();
                patterns.computeIfAbsent(formStems.getFirst(), first -> new ArrayList<>())
                        .add(new Pattern(i, formStems));
                firstLetters.add((int) form.getFirst().charAt(0));
            }
        }
    }

    /** The whole text with its hits. */
    List<TextPart> mark(String text) {
        return parts(text, 0, text.length(), marks(text));
    }

    /** The piece of the text that has most of what was wanted; nothing when it has none of it. */
    @Nullable
    Snippet snippet(String text) {
        List<Mark> marks = marks(text);
        if (marks.isEmpty()) {
            return null;
        }
        int best = 0;
        int bestWorth = 0;
        int bestDifferent = 0;
        for (int i = 0; i < marks.size(); i++) {
            Set<Integer> different = new HashSet<>();
            int hits = 0;
            for (int j = i;
                    j < marks.size() && marks.get(j).end() - marks.get(i).start() < SNIPPET - LEAD;
                    j++) {
                different.add(marks.get(j).wanted());
                hits++;
            }
            int worth = different.size() * 10 + Math.min(hits, 9);
            if (worth > bestWorth) {
                best = i;
                bestWorth = worth;
                bestDifferent = different.size();
            }
        }
        int from = Excerpt.beginning(text, marks.get(best).start(), LEAD);
        int to = Excerpt.end(text, Math.max(from + SNIPPET, marks.get(best).end()));
        List<TextPart> parts = new ArrayList<>();
        if (from > 0) {
            parts.add(new TextPart("\u2026 ", false));
        }
        parts.addAll(parts(text, from, to, marks));
        if (to < text.length()) {
            parts.add(new TextPart(" \u2026", false));
        }
        return new Snippet(parts, bestDifferent);
    }

    /** The words of the text that stand for each wanted word that may be spelt otherwise, as written there. */
    Map<Integer, List<String>> spellings(String text) {
        Map<Integer, List<String>> spellings = new HashMap<>();
        for (Mark mark : marks(text)) {
            if (similar.contains(mark.wanted())) {
                spellings
                        .computeIfAbsent(mark.wanted(), any -> new ArrayList<>())
                        .add(Letters.folded(text.substring(mark.start(), mark.end())));
            }
        }
        return spellings;
    }

    private List<Mark> marks(String text) {
        List<Mark> marks = new ArrayList<>();
        if (wanted.isEmpty()) {
            return marks;
        }
        WordScanner words = new WordScanner(text);
        while (marks.size() < MOST_MARKS && words.next()) {
            mark(words, text, marks);
        }
        return marks;
    }

    private void mark(WordScanner words, String text, List<Mark> marks) {
        boolean loose = !similar.isEmpty();
        if (!loose && !firstLetters.contains(words.firstLetter()) && !mayBegin()) {
            return;
        }
        String word = words.word();
        for (Pattern pattern : patterns.getOrDefault(stem(word), List.of())) {
            int end = words.end();
            WordScanner following = words.copy();
            boolean fits = true;
            for (int i = 1; fits && i < pattern.stems().size(); i++) {
                fits = following.next()
                        && stem(following.word()).equals(pattern.stems().get(i));
                end = following.end();
            }
            if (fits) {
                marks.add(new Mark(words.start(), end, pattern.wanted()));
            }
        }
        for (int i = 0; i < wanted.size(); i++) {
            String beginning = wanted.get(i).beginning();
            String spelling = wanted.get(i).spelling();
            if (beginning != null && word.startsWith(beginning)
                    || loose && similar.contains(i) && spelling != null && Letters.within(distance, spelling, word)) {
                marks.add(new Mark(words.start(), words.end(), i));
            }
        }
    }

    private boolean mayBegin() {
        return wanted.stream().anyMatch(each -> each.beginning() != null);
    }

    private String stem(String word) {
        return stems.computeIfAbsent(word, letters::stem);
    }

    /** Hits with nothing but a blank or a hyphen between them become one. */
    private static List<TextPart> parts(String text, int from, int to, List<Mark> marks) {
        List<TextPart> parts = new ArrayList<>();
        int done = from;
        int hitFrom = -1;
        int hitTo = -1;
        for (Mark mark : marks) {
            if (mark.start() < from || mark.end() > to) {
                continue;
            }
            if (hitFrom >= 0 && mark.start() <= hitTo + 1 && (mark.start() <= hitTo || joins(text.charAt(hitTo)))) {
                hitTo = Math.max(hitTo, mark.end());
                continue;
            }
            if (hitFrom >= 0) {
                done = add(parts, text, done, hitFrom, hitTo);
            }
            hitFrom = mark.start();
            hitTo = mark.end();
        }
        if (hitFrom >= 0) {
            done = add(parts, text, done, hitFrom, hitTo);
        }
        if (done < to) {
            parts.add(new TextPart(text.substring(done, to), false));
        }
        return List.copyOf(parts);
    }

    private static boolean joins(char between) {
        return between == ' ' || between == '-' || between == '\u00A0' || between == '\u2011';
    }

    private static int add(List<TextPart> parts, String text, int done, int hitFrom, int hitTo) {
        if (done < hitFrom) {
            parts.add(new TextPart(text.substring(done, hitFrom), false));
        }
        parts.add(new TextPart(text.substring(hitFrom, hitTo), true));
        return hitTo;
    }

    /**
     * @param different how many of the wanted words it has
     */
    record Snippet(List<TextPart> parts, int different) {}

    private record Mark(int start, int end, int wanted) {}

    private record Pattern(int wanted, List<String> stems) {}
}
