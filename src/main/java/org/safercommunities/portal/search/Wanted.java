package org.safercommunities.portal.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a result must have: a word or a phrase, or whatever else says the same.
 *
 * @param typed as it was typed
 * @param forms what may stand for it, each a sequence of folded words; the first is what was typed
 * @param spelling the folded word when it is one that may have been mistyped
 * @param beginning the folded letters so far when it is still being typed
 */
record Wanted(
        String typed,
        List<List<String>> forms,
        @Nullable String spelling,
        @Nullable String beginning) {

    private static final int FEWEST_LETTERS_FOR_A_TYPO = 4;
    private static final int FEWEST_LETTERS_OF_A_BEGINNING = 2;
    private static final int MOST_LETTERS_FOR_A_TYPO = 30;

    Wanted {
        forms = List.copyOf(forms);
    }

    static Wanted word(String typed, List<List<String>> forms) {
        List<String> first = forms.getFirst();
        return new Wanted(
                typed, forms, first.size() == 1 && mayBeMistyped(first.getFirst()) ? first.getFirst() : null, null);
    }

    static Wanted phrase(String typed, List<String> words) {
        return new Wanted(typed, List.of(words), null, null);
    }

    /** The same, satisfied by these as well. A word that has another form here is known, so it is not mistyped: SAAW is not “saw”. */
    Wanted or(List<List<String>> otherForms) {
        List<List<String>> all = new ArrayList<>(forms);
        otherForms.stream().filter(form -> !all.contains(form)).forEach(all::add);
        return new Wanted(typed, all, null, beginning);
    }

    /** The same, satisfied as well by any word that begins with it. */
    Wanted unfinished() {
        List<String> first = forms.getFirst();
        boolean enough = first.size() == 1
                && first.getFirst().length() >= FEWEST_LETTERS_OF_A_BEGINNING
                && first.getFirst().length() <= MOST_LETTERS_FOR_A_TYPO;
        return enough ? new Wanted(typed, forms, spelling, first.getFirst()) : this;
    }

    private static boolean mayBeMistyped(String word) {
        return word.length() >= FEWEST_LETTERS_FOR_A_TYPO
                && word.length() <= MOST_LETTERS_FOR_A_TYPO
                && word.chars().allMatch(Character::isLetter);
    }
}
