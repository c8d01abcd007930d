package org.safercommunities.portal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.search.Shelf.Draft;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is found, in which order, and how it is shown. */
@PortalIT
class SearchIT {

    @Autowired
    private Search search;

    @Autowired
    private SearchIndex index;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient sql;

    private final Reader reader = Shelf.reader("swale-borough-council");
    private Shelf shelf;

    @BeforeEach
    void emptyShelf() {
        shelf = new Shelf(index, transaction, sql);
    }

    @AfterEach
    void clear() {
        shelf.close();
    }

    private SearchResults search(String words) {
        return search.search(shelf.query(words), reader);
    }

    private static List<String> titles(SearchResults results) {
        return results.hits().stream().map(SearchHit::titleText).toList();
    }

    private static List<String> hits(List<TextPart> parts) {
        return parts.stream().filter(TextPart::hit).map(TextPart::text).toList();
    }

    private static Map<String, Long> counts(SearchResults results, Facet facet) {
        return results.facet(facet).stream().collect(Collectors.toMap(FacetValue::value, FacetValue::count));
    }

    @Test
    void wordsAreFoundInTitleDescriptionAndContentAndATitleCountsMost() {
        // A word of this test alone: how much one counts depends also on how common it is in each field of the whole
        // index
        shelf.add("Quiet streets", "Nothing but a girandole in the text");
        shelf.add(new Draft("Dark lanes", "x").describedAs("With one girandole"));
        shelf.add("A girandole for every alley", "x");
        shelf.settle();
        assertThat(titles(search("girandole")))
                .startsWith("A girandole for every alley")
                .containsExactlyInAnyOrder("A girandole for every alley", "Dark lanes", "Quiet streets");
    }

    @Test
    void allWordsMustMatchEachAnywhereInTheThing() {
        shelf.add("Lantern patrol", "walks the harbour");
        shelf.add("Lantern", "alone");
        shelf.add("Harbour", "alone");
        shelf.settle();
        SearchResults results = search("harbour lantern");
        assertThat(titles(results)).containsExactly("Lantern patrol");
        assertThat(results.matching()).isEqualTo(Matching.ALL_WORDS);
    }

    @Test
    void whenNothingHasAllWordsThingsWithSomeAreOfferedAndItIsSaid() {
        shelf.add("Lantern patrol", "walks");
        shelf.add("Harbour watch", "stands");
        shelf.settle();
        SearchResults results = search("lantern harbour");
        assertThat(titles(results)).containsExactlyInAnyOrder("Lantern patrol", "Harbour watch");
        assertThat(results.matching()).isEqualTo(Matching.SOME_WORDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"safegarding", "saefguarding", "safeguardinng", "zafeguarding", "safeguardnig", "SAFEGARDING"})
    void oneWrongLetterIsForgiven(String typed) {
        shelf.add("Safeguarding adults", "x");
        shelf.settle();
        SearchResults results = search(typed);
        assertThat(titles(results)).containsExactly("Safeguarding adults");
        assertThat(results.matching()).isEqualTo(Matching.SIMILAR_WORDS);
        assertThat(hits(results.hits().getFirst().title())).containsExactly("Safeguarding");
    }

    @Test
    void aWordAsTypedRanksAboveASimilarOne() {
        shelf.add("Letter", "The policy policy policy of the house");
        shelf.add("Policy policy", "policy");
        shelf.add("Other", "The police came once, late, and after a long and winding text about other things");
        shelf.settle();
        SearchResults results = search("police");
        assertThat(titles(results)).startsWith("Other").hasSize(3);
    }

    @Test
    void wordsThatAreKnownWellAreNotTakenForTypos() {
        for (int i = 0; i < 3; i++) {
            shelf.add("Police report " + i, "x");
        }
        shelf.add("Policy", "x");
        shelf.settle();
        assertThat(titles(search("police"))).hasSize(3).doesNotContain("Policy");
    }

    @Test
    void shortWordsMustBeExact() {
        shelf.add("Map of the fen", "x");
        shelf.settle();
        assertThat(search("fan").total()).isZero();
        assertThat(search("fen").total()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "neighbour, The neighbours' letters",
        "neighbours, A neighbour's letter",
        "warnings, Written warning",
        "reporting, How it was reported",
        "behaviours, One behaviour"
    })
    void formsOfAWordMeet(String typed, String title) {
        shelf.add(title, "x");
        shelf.settle();
        SearchResults results = search(typed);
        assertThat(titles(results)).containsExactly(title);
        assertThat(results.matching()).isEqualTo(Matching.ALL_WORDS);
        assertThat(hits(results.hits().getFirst().title())).hasSize(1);
    }

    @Test
    void quotesMakeAPhrase() {
        shelf.add("First", "send the warning letter today");
        shelf.add("Second", "a letter with a warning");
        shelf.settle();
        assertThat(titles(search("\"warning letter\""))).containsExactly("First");
        assertThat(search("warning letter").total()).isEqualTo(2);
    }

    @Test
    void theLastWordMayBeUnfinishedWhileTyping() {
        shelf.add("Neighbourhood watch", "x");
        shelf.settle();
        assertThat(search.search(shelf.query("watch neigh").stillTyping(), reader)
                        .total())
                .isEqualTo(1);
        assertThat(search.search(shelf.query("neigh watch").stillTyping(), reader)
                        .matching())
                .isEqualTo(Matching.SOME_WORDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"antisocial", "anti-social", "anti social", "ANTI\u2010SOCIAL", "Antisoci\u00e1l"})
    void spellingsWithAndWithoutHyphenMeet(String typed) {
        shelf.add("One antisocial evening", "x");
        shelf.add("Two anti-social evenings", "x");
        shelf.add("Three anti social evenings", "x");
        shelf.settle();
        assertThat(search(typed).total()).isEqualTo(3);
    }

    @Test
    void accentsDoNotMatter() {
        shelf.add("The caf\u00e9 in Folkestone", "na\u00efve");
        shelf.settle();
        assertThat(search("cafe naive").total()).isEqualTo(1);
        assertThat(search("CAF\u00c9").total()).isEqualTo(1);
        assertThat(hits(search("cafe").hits().getFirst().title())).containsExactly("caf\u00e9");
    }

    @ParameterizedTest
    @CsvSource({
        "DHR, Domestic Homicide Reviews in brief",
        "ASB, Tackling anti-social behaviour",
        "asb, Tackling antisocial behaviour",
        "VAWG, Violence Against Women & Girls",
        "CSE, Child sexual exploitation: signs",
        "MARAC, Multi Agency Risk Assessment Conferences",
        "MAPPA, Multi-agency public protection arrangements",
        "IDVA, Independent Domestic Violence Advisors",
        "PSPO, The Public Spaces Protection Order",
        "CPN, Community protection notices",
        "CTLP, The Counter-Terrorism Local Profile",
        "PREVENT, Preventing violent extremism",
        "Channel, Support for people vulnerable to radicalisation",
        "SOC, Serious and organised crime",
        "SOC, Serious & Organised Crime",
        "OCG, Organised crime groups",
        "NTE, The night-time economy",
        "CSIS, Community safety information sessions",
        "VRU, The Violence Reduction Unit",
        "KMSAB, Kent and Medway Safeguarding Adults Board",
        "SAAW, Safeguarding Adults Awareness Week"
    })
    void abbreviationsFindTheirLongFormAndTheOtherWayRound(String brief, String full) {
        shelf.add(full, "the long one");
        shelf.add(brief + " briefing", "the short one");
        shelf.settle();
        SearchResults byBrief = search(brief);
        assertThat(titles(byBrief)).containsExactlyInAnyOrder(full, brief + " briefing");
        SearchResults byFull = search(full.replaceAll(":.*|Tackling|The |in brief|Support for people", ""));
        assertThat(titles(byFull)).contains(full, brief + " briefing");
    }

    @Test
    void theResultSaysWhatElseWasSearchedAndTheWordsAloneCanBeAskedFor() {
        shelf.add("Anti-social behaviour case review", "warning letter");
        shelf.add("ASB warning letter", "x");
        shelf.settle();
        SearchResults results = search("ASB warning letter");
        assertThat(results.total()).isEqualTo(2);
        assertThat(results.alsoSearched()).containsExactly("anti-social behaviour");
        assertThat(results.hits())
                .anySatisfy(hit -> assertThat(hits(hit.title())).containsExactly("Anti-social behaviour"));
        SearchResults exact = search.search(shelf.query("ASB warning letter").exactly(), reader);
        assertThat(titles(exact)).containsExactly("ASB warning letter");
        assertThat(exact.alsoSearched()).isEmpty();
    }

    @Test
    void anAbbreviationIsAPhraseNotItsSingleWords() {
        shelf.add("A crime that was organised and serious", "x");
        shelf.settle();
        assertThat(search("SOC").total()).isZero();
    }

    @Test
    void aKnownAbbreviationIsNoSlipOfTheKeys() {
        shelf.add("SAAW briefing", "x");
        shelf.add("What the neighbours saw", "x");
        shelf.settle();
        assertThat(titles(search("SAAW"))).containsExactly("SAAW briefing");
    }

    @Test
    void abbreviationsAreDataAndNeedNoNewIndex() {
        shelf.add("The lantern and harbour watch", "x");
        shelf.settle();
        assertThat(search("LHWX").total()).isZero();
        sql.sql("INSERT INTO search_abbreviation VALUES ('LHWX', 'lantern and harbour watch')")
                .update();
        try {
            abbreviations.load();
            assertThat(search("LHWX").total()).isEqualTo(1);
        } finally {
            sql.sql("DELETE FROM search_abbreviation WHERE abbreviation = 'LHWX'")
                    .update();
            abbreviations.load();
        }
    }

    @Autowired
    private Abbreviations abbreviations;

    @Test
    void aFacetsOwnChoicesDoNotShrinkItsCounts() {
        shelf.add(new Draft("a", "lantern").ofKind("report").about("one").from("dover-district-council"));
        shelf.add(new Draft("b", "lantern").ofKind("report").about("one", "two").from("kent-police"));
        shelf.add(new Draft("c", "lantern")
                .ofKind("template")
                .about("two")
                .from("kent-police")
                .on(LocalDate.of(2024, 1, 1)));
        shelf.add(new Draft("d", "lantern").ofKind("data").about("three").from(null));
        shelf.settle();
        SearchResults all = search("lantern");
        assertThat(counts(all, Facet.KIND)).isEqualTo(Map.of("report", 2L, "template", 1L, "data", 1L));
        assertThat(counts(all, Facet.TOPIC)).isEqualTo(Map.of("one", 2L, "two", 2L, "three", 1L));
        assertThat(counts(all, Facet.AGENCY)).isEqualTo(Map.of("dover-district-council", 1L, "kent-police", 2L));
        assertThat(counts(all, Facet.YEAR)).isEqualTo(Map.of("2026", 3L, "2024", 1L));
        assertThat(counts(all, Facet.SOURCE)).isEqualTo(Map.of(shelf.source(), 4L));

        SearchResults reports = search.search(shelf.query("lantern").with(Facet.KIND, "report"), reader);
        assertThat(reports.total()).isEqualTo(2);
        assertThat(counts(reports, Facet.KIND)).isEqualTo(Map.of("report", 2L, "template", 1L, "data", 1L));
        assertThat(counts(reports, Facet.TOPIC)).isEqualTo(Map.of("one", 2L, "two", 1L));
        assertThat(reports.facet(Facet.KIND))
                .filteredOn(FacetValue::chosen)
                .extracting(FacetValue::value)
                .containsExactly("report");

        SearchResults both = search.search(
                shelf.query("lantern").with(Facet.KIND, "report", "template").with(Facet.TOPIC, "two"), reader);
        assertThat(titles(both)).containsExactlyInAnyOrder("b", "c");
        assertThat(counts(both, Facet.KIND)).isEqualTo(Map.of("report", 1L, "template", 1L));
        assertThat(counts(both, Facet.TOPIC)).isEqualTo(Map.of("one", 2L, "two", 2L));

        SearchResults none =
                search.search(shelf.query("lantern").with(Facet.KIND, "data").with(Facet.TOPIC, "one"), reader);
        assertThat(none.total()).isZero();
        assertThat(counts(none, Facet.TOPIC)).isEqualTo(Map.of("one", 0L, "three", 1L));
    }

    @Test
    void choosingAFilterNeverChangesWhatTheWordsMean() {
        for (int i = 0; i < 4; i++) {
            shelf.add(new Draft("Police " + i, "x").ofKind(i == 0 ? "template" : "report"));
        }
        shelf.add(new Draft("Policy", "x").ofKind("template"));
        shelf.settle();
        SearchResults templates = search.search(shelf.query("police").with(Facet.KIND, "template"), reader);
        assertThat(templates.total()).isEqualTo(1);
        assertThat(templates.matching()).isEqualTo(Matching.ALL_WORDS);
    }

    @Test
    void datesAndYearsFilter() {
        shelf.add(new Draft("first", "lantern").on(LocalDate.of(2024, 12, 31)));
        shelf.add(new Draft("second", "lantern").on(LocalDate.of(2025, 1, 1)));
        shelf.add(new Draft("third", "lantern").on(LocalDate.of(2025, 6, 1)));
        shelf.settle();
        SearchQuery query = shelf.query("lantern");
        assertThat(titles(search.search(query.with(Facet.YEAR, "2025"), reader)))
                .containsExactlyInAnyOrder("second", "third");
        assertThat(titles(search.search(query.between(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 1)), reader)))
                .containsExactly("second");
        assertThat(titles(search.search(query.between(null, LocalDate.of(2025, 1, 1)), reader)))
                .containsExactlyInAnyOrder("first", "second");
    }

    @Test
    void resultsComeInTheOrderAskedFor() {
        shelf.add(new Draft("beta", "lantern").on(LocalDate.of(2025, 1, 1)));
        shelf.add(new Draft("\u00c1lpha", "lantern").on(LocalDate.of(2024, 1, 1)));
        shelf.add(new Draft("Gamma", "lantern")
                .on(LocalDate.of(2026, 1, 1))
                .with(SearchEntry.PUBLISHED, "2026-01-01T09:00:00Z"));
        shelf.add(new Draft("Delta", "lantern")
                .on(LocalDate.of(2026, 1, 1))
                .with(SearchEntry.PUBLISHED, "2026-01-01T11:00:00+01:00"));
        shelf.settle();
        assertThat(titles(search.search(shelf.query("lantern").sortedBy(Sorting.TITLE), reader)))
                .containsExactly("\u00c1lpha", "beta", "Delta", "Gamma");
        List<String> newest = titles(search.search(shelf.query("lantern").sortedBy(Sorting.NEWEST), reader));
        assertThat(newest.subList(2, 4)).containsExactly("beta", "\u00c1lpha");
        assertThat(newest.subList(0, 2)).containsExactly("Delta", "Gamma");
        assertThat(titles(search.search(shelf.query("lantern").sortedBy(Sorting.OLDEST), reader)))
                .startsWith("\u00c1lpha", "beta");
        assertThat(titles(search.search(shelf.query(""), reader))).containsExactlyElementsOf(newest);
    }

    @Test
    void pagesNeitherRepeatNorMissAThing() {
        IntStream.range(0, 57).forEach(i -> shelf.add("Lantern", "the same words in each"));
        shelf.settle();
        for (Sorting sorting : Sorting.values()) {
            List<UUID> all = IntStream.range(0, 7)
                    .mapToObj(page -> search.search(
                            shelf.query("lantern").sortedBy(sorting).page(page, 10), reader))
                    .flatMap(results -> {
                        assertThat(results.total()).isEqualTo(57);
                        return results.hits().stream();
                    })
                    .map(SearchHit::id)
                    .toList();
            assertThat(all).hasSize(57).doesNotHaveDuplicates();
        }
        assertThat(search.search(shelf.query("lantern").page(Integer.MAX_VALUE, 200), reader)
                        .hits())
                .isEmpty();
    }

    @Test
    void snippetsShowWhereTheWordsAreAsPartsAndNeverAsMarkup() {
        String filler = "Words that nobody looks for fill this text. ".repeat(3_000);
        shelf.add("Long", filler + "Then <b>the lantern</b> shone & the harbour slept. " + filler);
        shelf.settle();
        SearchHit hit = search("harbour lantern").hits().getFirst();
        assertThat(hits(hit.snippet())).containsExactly("lantern", "harbour");
        assertThat(hit.snippetText())
                .contains("Then <b>the lantern</b> shone & the harbour slept.")
                .startsWith("\u2026 ");
        assertThat(hit.snippetText().length()).isLessThan(400);
    }

    @Test
    void snippetIsTheOpeningWhenOnlyTheTitleHasTheWords() {
        shelf.add(new Draft("Lantern", "Inside").describedAs("What it is about"));
        shelf.settle();
        assertThat(search("lantern").hits().getFirst().snippet())
                .containsExactly(new TextPart("What it is about", false));
    }

    @Test
    void everythingPutInComesOut() {
        UUID id = shelf.add(new Draft("Lantern", "Inside")
                .ofKind("guidance")
                .about("one", "two")
                .from("kent-police")
                .on(LocalDate.of(2026, 2, 1))
                .with(SearchEntry.MARKING, "OFFICIAL")
                .with(SearchEntry.SIZE, "12"));
        shelf.settle();
        SearchHit hit = search("lantern").hits().getFirst();
        assertThat(hit.id()).isEqualTo(id);
        assertThat(hit.source()).isEqualTo(shelf.source());
        assertThat(hit.kind()).isEqualTo("guidance");
        assertThat(hit.topics()).containsExactlyInAnyOrder("one", "two");
        assertThat(hit.agency()).isEqualTo("kent-police");
        assertThat(hit.date()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(hit.path()).isEqualTo("things/" + id);
        assertThat(hit.facts()).isEqualTo(Map.of("marking", "OFFICIAL", "size", "12"));
    }

    @Test
    void anotherSpellingIsOfferedWithWhatItFinds() {
        shelf.add("Noise abatement notice", "x");
        shelf.add("Abatement of noise: the notice", "x");
        shelf.settle();
        SearchResults results = search("noise abatment notise");
        assertThat(results.total()).isEqualTo(2);
        assertThat(results.didYouMean()).isEqualTo(new Correction("noise abatement notice", 2));
        // Two letters wrong: not among the results, yet a proposal
        SearchResults far = search("abtmnt");
        assertThat(far.total()).isZero();
        assertThat(far.didYouMean()).isNull();
        SearchResults two = search("abatmant");
        assertThat(two.total()).isZero();
        assertThat(two.didYouMean()).isEqualTo(new Correction("abatement", 2));
    }

    @Test
    void titlesAreSuggestedWhileTyping() {
        shelf.add("Lantern walks in Whitstable " + shelf.source(), "x");
        shelf.add("Evening walks with a lantern " + shelf.source(), "x");
        shelf.settle();
        String own = shelf.source().replace("shelf-", "");
        assertThat(search.suggest(own + " lant", reader, 5)).hasSize(2);
        assertThat(search.suggest("walks lantern " + own, reader, 5)).hasSize(2);
        List<Suggestion> beginning = search.suggest("Lantern walks in Whits", reader, 5);
        assertThat(beginning.getFirst().titleText()).startsWith("Lantern walks in Whitstable");
        assertThat(beginning.getFirst().path()).startsWith("things/");
        assertThat(hits(beginning.getFirst().title())).containsExactly("Lantern walks", "Whitstable");
        assertThat(search.suggest("  ", reader, 5)).isEmpty();
    }
}
