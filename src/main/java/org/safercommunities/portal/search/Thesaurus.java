package org.safercommunities.portal.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Abbreviations and what they stand for, ready to be found among typed words whichever side was typed. */
final class Thesaurus {

    static final Thesaurus EMPTY = new Thesaurus(List.of());

    private final List<Rule> rules;

    private Thesaurus(List<Rule> rules) {
        this.rules = rules;
    }

    static Thesaurus of(Collection<Abbreviation> abbreviations) {
        List<Rule> rules = new ArrayList<>();
        for (Abbreviation each : abbreviations) {
            Side brief = Side.of(each.abbreviation());
            Side full = Side.of(each.expansion());
            if (!brief.stems().isEmpty() && !full.stems().isEmpty()) {
                rules.add(new Rule(brief, full));
                rules.add(new Rule(full, brief));
            }
        }
        return new Thesaurus(List.copyOf(rules));
    }

    /**
     * What else to look for.
     *
     * @param stems of what was typed, as {@link #stems} makes them
     */
    List<Synonym> synonyms(List<String> stems) {
        List<Synonym> found = new ArrayList<>();
        for (Rule rule : rules) {
            List<String> pattern = rule.from().stems();
            for (int at = 0; at + pattern.size() <= stems.size(); at++) {
                if (stems.subList(at, at + pattern.size()).equals(pattern) && !rule.addsNothing()) {
                    found.add(new Synonym(
                            at,
                            at + pattern.size(),
                            rule.to().written(),
                            rule.to().forms()));
                }
            }
        }
        return found;
    }

    /** Words as abbreviations are compared by: apart, without the little ones, and by their stems. */
    static List<String> stems(Collection<String> words) {
        Letters letters = new Letters();
        List<String> stems = new ArrayList<>();
        for (String word : words) {
            if (!LittleWords.contains(word)) {
                Compounds.apart(word).forEach(part -> stems.add(letters.stem(part)));
            }
        }
        return stems;
    }

    /**
     * @param from index of the first stem it stands for
     * @param to index after the last one
     * @param written as a reader knows it
     */
    record Synonym(int from, int to, String written, List<List<String>> forms) {}

    private record Rule(Side from, Side to) {
        /** A longer sequence that holds the shorter one: whatever has it was found already. */
        boolean addsNothing() {
            return to.stems().size() > from.stems().size() && to.stems().containsAll(from.stems());
        }
    }

    private record Side(String written, List<String> stems, List<List<String>> forms) {

        static Side of(String written) {
            List<String> words = Pieces.of(written);
            Set<List<String>> forms = new LinkedHashSet<>();
            forms.add(words);
            forms.add(words.stream().filter(word -> !"and".equals(word)).toList());
            List.copyOf(forms).forEach(form -> forms.add(Compounds.joined(form)));
            return new Side(written, Thesaurus.stems(words), List.copyOf(forms));
        }
    }
}
