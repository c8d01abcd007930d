package org.safercommunities.portal.search;

import java.util.List;
import java.util.Set;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/**
 * What was wanted, as predicates of the index. A word in a title counts for more than one in the description, and that for
 * more than one inside.
 */
final class Predicates {

    private static final float TITLE = 4;
    private static final float DESCRIPTION = 2;
    private static final float BODY = 1;
    /** Above anything that words weigh, so that a word as typed always beats a similar one. */
    private static final float AS_TYPED = 100;

    private static final float SIMILAR = 0.05f;

    private final SearchPredicateFactory f;
    private final List<Wanted> wanted;

    Predicates(SearchPredicateFactory f, Wording wording) {
        this.f = f;
        this.wanted = wording.wanted();
    }

    /** All the words, each in any of its forms, wherever in the thing. */
    SearchPredicate allWords() {
        var all = f.bool();
        wanted.forEach(each -> all.must(exact(each)));
        if (wanted.size() > 1) {
            // The words side by side in the title
            all.should(f.phrase()
                    .field(IndexedFields.TITLE)
                    .matching(String.join(
                            " ",
                            wanted.stream()
                                    .flatMap(each -> each.forms().getFirst().stream())
                                    .toList()))
                    .slop(1)
                    .boost(TITLE));
        }
        return all.toPredicate();
    }

    /** One word alone, in any of its forms. */
    SearchPredicate word(int index) {
        return exact(wanted.get(index));
    }

    /** All the words, some of them perhaps spelt otherwise; things with words as typed come first. */
    SearchPredicate similar(Set<Integer> mistyped, int letters) {
        var all = f.bool();
        for (int i = 0; i < wanted.size(); i++) {
            all.must(mistyped.contains(i) ? exactOrSimilar(wanted.get(i), letters) : exact(wanted.get(i)));
        }
        return all.toPredicate();
    }

    /** At least half of the words; the more the better. */
    SearchPredicate someWords() {
        var some = f.bool();
        wanted.forEach(each ->
                some.should(f.bool().must(exact(each)).should(f.matchAll().boost(AS_TYPED))));
        return some.minimumShouldMatchNumber((wanted.size() + 1) / 2).toPredicate();
    }

    /** All the words in the title alone. */
    SearchPredicate inTitle(String typed, boolean alsoSimilar) {
        var all = f.bool();
        for (Wanted each : wanted) {
            var any = f.bool();
            each.forms().forEach(form -> any.should(form(IndexedFields.TITLE, form, 1)));
            String beginning = each.beginning();
            if (beginning != null) {
                any.should(f.prefix()
                        .field(IndexedFields.TITLE)
                        .matching(beginning)
                        .boost(0.5f));
            }
            String spelling = each.spelling();
            if (alsoSimilar && spelling != null) {
                any.should(f.match()
                        .field(IndexedFields.TITLE)
                        .matching(spelling)
                        .fuzzy(1, 0)
                        .skipAnalysis()
                        .boost(SIMILAR));
            }
            all.must(any);
        }
        all.should(f.prefix()
                .field(IndexedFields.TITLE_ORDER)
                .matching(Letters.folded(typed))
                .boost(AS_TYPED));
        return all.toPredicate();
    }

    private SearchPredicate exact(Wanted each) {
        var any = f.bool();
        for (List<String> form : each.forms()) {
            any.should(form(IndexedFields.TITLE, form, TITLE));
            any.should(form(IndexedFields.DESCRIPTION, form, DESCRIPTION));
            any.should(form(IndexedFields.BODY, form, BODY));
        }
        String beginning = each.beginning();
        if (beginning != null) {
            any.should(f.prefix().field(IndexedFields.TITLE).matching(beginning).boost(TITLE / 4));
            any.should(f.prefix()
                    .field(IndexedFields.DESCRIPTION)
                    .matching(beginning)
                    .boost(DESCRIPTION / 4));
            any.should(f.prefix().field(IndexedFields.BODY).matching(beginning).boost(BODY / 4));
        }
        return any.toPredicate();
    }

    private SearchPredicate form(String field, List<String> form, float weight) {
        return form.size() == 1
                ? f.match().field(field).matching(form.getFirst()).boost(weight).toPredicate()
                : f.phrase()
                        .field(field)
                        .matching(String.join(" ", form))
                        .boost(weight)
                        .toPredicate();
    }

    private SearchPredicate exactOrSimilar(Wanted each, int letters) {
        var any = f.bool().should(f.bool().must(exact(each)).should(f.matchAll().boost(AS_TYPED)));
        String spelling = each.spelling();
        if (spelling != null) {
            any.should(similar(IndexedFields.TITLE, spelling, letters, SIMILAR * TITLE));
            any.should(similar(IndexedFields.DESCRIPTION, spelling, letters, SIMILAR * DESCRIPTION));
            any.should(similar(IndexedFields.BODY, spelling, letters, SIMILAR));
        }
        return any.toPredicate();
    }

    private SearchPredicate similar(String field, String spelling, int letters, float weight) {
        return f.match()
                .field(field)
                .matching(spelling)
                .fuzzy(letters, letters - 1)
                .skipAnalysis()
                .constantScore()
                .boost(weight)
                .toPredicate();
    }
}
