package org.safercommunities.portal.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Dates;

/**
 * What a search costs without the portal: the same words in the same forms, the same filter of tokens and of the moment, the same
 * preference for what is up to date, an exact total, counts of the five facets and the stored fields of a page, on the same index, by Lucene and nothing else. No highlighting, no
 * check in SQL, no second look for typos: one query.
 */
public final class LuceneAlone implements AutoCloseable {

    private static final Map<String, Float> WEIGHTS = Map.of("title", 4f, "description", 2f, "body", 1f);
    private static final float UP_TO_DATE = 3;
    private static final List<String> FACETS = List.of("topics", "kind", "agency", "year", "source");

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Thesaurus thesaurus;

    public LuceneAlone(Path index, Map<String, String> abbreviations) throws IOException {
        reader = DirectoryReader.open(FSDirectory.open(index));
        searcher = new IndexSearcher(reader);
        thesaurus = Thesaurus.of(abbreviations.entrySet().stream()
                .map(entry -> new Abbreviation(entry.getKey(), entry.getValue()))
                .toList());
    }

    public int documents() {
        return reader.numDocs();
    }

    public int segments() {
        return reader.leaves().size();
    }

    /**
     * @param typos whether to look for other spellings in the same query
     * @return the total
     */
    public long search(SearchQuery query, Reader person, boolean typos) {
        try {
            BooleanQuery.Builder all = new BooleanQuery.Builder();
            Wording wording = Wording.of(query.text(), false, false, thesaurus);
            if (wording.isEmpty()) {
                all.add(new MatchAllDocsQuery(), Occur.MUST);
            }
            wording.wanted().forEach(each -> all.add(word(each, typos), Occur.MUST));
            all.add(anyOf("tokens", person.tokens()), Occur.FILTER);
            addValidity(all, Instant.now());
            query.chosen().forEach((facet, values) -> all.add(anyOf(facet.field(), values), Occur.FILTER));
            TopScoreDocCollector top =
                    new TopScoreDocCollectorManager(query.size(), null, Integer.MAX_VALUE).newCollector();
            Counter counter = new Counter();
            searcher.search(all.build(), MultiCollector.wrap(top, counter));
            counter.totals();
            StoredFields stored = searcher.storedFields();
            ScoreDoc[] page = top.topDocs().scoreDocs;
            long length = 0;
            for (ScoreDoc hit : page) {
                length += stored.document(hit.doc).get("title").length();
            }
            return length < 0 ? -1 : top.getTotalHits();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What the portal asks of the moment: nothing before or after its time, and what is out of date after what holds. */
    private static void addValidity(BooleanQuery.Builder all, Instant now) {
        long moment = IndexedFields.inMicros(now);
        all.add(LongPoint.newRangeQuery(IndexedFields.FROM, Long.MIN_VALUE, moment), Occur.FILTER);
        all.add(LongPoint.newRangeQuery(IndexedFields.UNTIL, moment + 1, Long.MAX_VALUE), Occur.FILTER);
        long today = LocalDate.ofInstant(now, Dates.KENT).toEpochDay();
        Query upToDate = LongPoint.newRangeQuery(IndexedFields.STALE, today + 1, Long.MAX_VALUE);
        all.add(new BoostQuery(new ConstantScoreQuery(upToDate), UP_TO_DATE), Occur.SHOULD);
    }

    private static Query word(Wanted wanted, boolean typos) {
        Letters letters = new Letters();
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        WEIGHTS.forEach((field, weight) -> {
            for (List<String> form : wanted.forms()) {
                List<String> stems = form.stream().map(letters::stem).toList();
                Query query = stems.size() == 1
                        ? new TermQuery(new Term(field, stems.getFirst()))
                        : new PhraseQuery(field, stems.toArray(String[]::new));
                any.add(new BoostQuery(query, weight), Occur.SHOULD);
            }
            if (typos && wanted.spelling() != null) {
                any.add(new FuzzyQuery(new Term(field, wanted.spelling()), 1, 0), Occur.SHOULD);
            }
        });
        return any.build();
    }

    private static Query anyOf(String field, Collection<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Counts the values of the facets among the hits. */
    private static final class Counter extends SimpleCollector {

        private final SortedSetDocValues[] values = new SortedSetDocValues[FACETS.size()];
        private final int[][] counts = new int[FACETS.size()][];
        private final Map<String, Integer> totals = new HashMap<>();

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            finishSegment();
            for (int i = 0; i < values.length; i++) {
                values[i] = DocValues.getSortedSet(leaf.reader(), FACETS.get(i));
                counts[i] = new int[(int) values[i].getValueCount()];
            }
        }

        @Override
        public void collect(int doc) throws IOException {
            for (int i = 0; i < values.length; i++) {
                if (values[i].advanceExact(doc)) {
                    for (int j = values[i].docValueCount(); j > 0; j--) {
                        counts[i][(int) values[i].nextOrd()]++;
                    }
                }
            }
        }

        Map<String, Integer> totals() throws IOException {
            finishSegment();
            return totals;
        }

        private void finishSegment() throws IOException {
            for (int i = 0; i < values.length && values[i] != null; i++) {
                for (int ord = 0; ord < counts[i].length; ord++) {
                    if (counts[i][ord] > 0) {
                        totals.merge(
                                FACETS.get(i) + values[i].lookupOrd(ord).utf8ToString(), counts[i][ord], Integer::sum);
                    }
                }
                counts[i] = new int[0];
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }

    /** What a search of these words would look for, for the report. */
    public Set<String> alsoSearched(String words) {
        return Set.copyOf(Wording.of(words, false, false, thesaurus).alsoSearched());
    }
}
