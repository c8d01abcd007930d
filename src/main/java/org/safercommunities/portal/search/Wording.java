package org.safercommunities.portal.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What was typed, understood. Any text is fine: quotes make phrases, and nothing else has a meaning of its own.
 *
 * @param wanted what a result must have; empty when nothing was typed that could be looked for
 * @param alsoSearched abbreviations and long forms that were added
 */
record Wording(List<Wanted> wanted, List<String> alsoSearched) {

    private static final int MOST_CHARACTERS = 1_000;
    private static final int MOST_WORDS = 12;
    private static final int MOST_PIECES = 12;

    boolean isEmpty() {
        return wanted.isEmpty();
    }

    /** Which of the words may have been mistyped. */
    Set<Integer> spellable() {
        return IntStream.range(0, wanted.size())
                .filter(i -> wanted.get(i).spelling() != null)
                .boxed()
                .collect(Collectors.toSet());
    }

    static Wording of(String text, boolean exactWords, boolean unfinished, Thesaurus thesaurus) {
        String typed = Normalizer.normalize(PlainText.of(text, MOST_CHARACTERS), Normalizer.Form.NFKC)
                .replaceAll("[\u201C\u201D\u201E\u00AB\u00BB]", "\"");
        List<Wanted> all = new ArrayList<>();
        Set<String> alsoSearched = new LinkedHashSet<>();
        String[] segments = typed.split("\"", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean quoted = i % 2 == 1 && i < segments.length - 1;
            if (quoted) {
                phrase(segments[i], all);
            } else {
                words(segments[i], exactWords ? Thesaurus.EMPTY : thesaurus, all, alsoSearched);
            }
        }
        List<Wanted> some = new ArrayList<>(all.subList(0, Math.min(all.size(), MOST_WORDS)));
        boolean lastIsOpen = !typed.isEmpty() && Character.isLetterOrDigit(typed.charAt(typed.length() - 1));
        if (unfinished && lastIsOpen && all.size() == some.size() && !some.isEmpty()) {
            some.set(some.size() - 1, some.getLast().unfinished());
        }
        return new Wording(List.copyOf(some), List.copyOf(alsoSearched));
    }

    private static void phrase(String quoted, List<Wanted> all) {
        List<String> pieces = Pieces.of(quoted);
        if (!pieces.isEmpty()) {
            all.add(Wanted.phrase('"' + quoted + '"', pieces.subList(0, Math.min(pieces.size(), MOST_PIECES))));
        }
    }

    private static void words(String segment, Thesaurus thesaurus, List<Wanted> all, Set<String> alsoSearched) {
        List<Typed> words = Stream.of(segment.strip().split("\\s+"))
                .map(chunk -> new Typed(chunk, Pieces.of(chunk)))
                .filter(word -> !word.pieces().isEmpty())
                .limit(2 * MOST_WORDS)
                .toList();
        List<Typed> telling = words.stream().filter(word -> !word.isLittle()).toList();
        List<Typed> kept = telling.isEmpty() ? words : telling;
        List<Wanted> understood = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            understood.add(Wanted.word(kept.get(i).chunk(), forms(kept, i)));
        }
        addSynonyms(kept, thesaurus, understood, alsoSearched);
        all.addAll(understood);
    }

    /** A word in one, in pieces, or joined to its neighbours. */
    private static List<List<String>> forms(List<Typed> words, int at) {
        Typed word = words.get(at);
        Set<List<String>> forms = new LinkedHashSet<>();
        forms.add(word.pieces());
        forms.add(List.of(word.joined()));
        if (word.pieces().size() == 1) {
            forms.addAll(Compounds.split(word.joined()));
            if (at > 0) {
                join(words.get(at - 1), word, forms);
            }
            if (at + 1 < words.size()) {
                join(word, words.get(at + 1), forms);
            }
        }
        return List.copyOf(forms);
    }

    private static void join(Typed one, Typed next, Set<List<String>> forms) {
        if (one.pieces().size() == 1 && next.pieces().size() == 1) {
            forms.add(List.of(one.joined() + next.joined()));
        }
    }

    private static void addSynonyms(
            List<Typed> words, Thesaurus thesaurus, List<Wanted> understood, Set<String> alsoSearched) {
        List<String> stems = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            for (String stem : Thesaurus.stems(words.get(i).pieces())) {
                stems.add(stem);
                owners.add(i);
            }
        }
        for (Thesaurus.Synonym synonym : thesaurus.synonyms(stems)) {
            new LinkedHashSet<>(owners.subList(synonym.from(), synonym.to()))
                    .forEach(
                            owner -> understood.set(owner, understood.get(owner).or(synonym.forms())));
            alsoSearched.add(synonym.written());
        }
    }

    /**
     * @param chunk as typed, without blanks
     * @param pieces its runs of letters and digits, folded
     */
    private record Typed(String chunk, List<String> pieces) {

        Typed {
            pieces = List.copyOf(pieces.subList(0, Math.min(pieces.size(), MOST_PIECES)));
        }

        String joined() {
            return String.join("", pieces);
        }

        boolean isLittle() {
            return pieces.size() == 1 && LittleWords.contains(pieces.getFirst());
        }
    }
}
