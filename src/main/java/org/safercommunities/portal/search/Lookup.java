package org.safercommunities.portal.search;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.projection.SearchProjection;
import org.hibernate.search.engine.search.projection.dsl.ProjectionFinalStep;
import org.hibernate.search.engine.search.projection.dsl.SearchProjectionFactory;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.engine.search.sort.dsl.SearchSortFactory;
import org.hibernate.search.engine.search.sort.dsl.SortFinalStep;
import org.hibernate.search.engine.search.sort.dsl.SortThenStep;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Dates;

/**
 * The index as one reader may see it. Every query made here carries the reader's tokens as a filter: results, counts and
 * facets know of nothing else; the same goes for the moment, before and after which things are not to be found. One per search.
 */
final class Lookup implements AutoCloseable {

    private static final int MOST_VALUES = 500;
    /** About as much as one more word found inside: the better fit still comes first, of equals the one that holds does. */
    private static final float UP_TO_DATE = 3;

    private static final Map<Facet, AggregationKey<Map<String, Long>>> KEYS = new EnumMap<>(Facet.class);

    static {
        for (Facet facet : Facet.values()) {
            KEYS.put(facet, AggregationKey.of(facet.name()));
        }
    }

    private final EntityManager entities;
    private final SearchSession session;
    private final SearchPredicateFactory f;
    private final SearchPredicate readable;
    private final SearchPredicate upToDate;

    Lookup(EntityManager entities, Reader reader, Instant now) {
        this.entities = entities;
        this.session = Search.session(entities);
        this.f = session.scope(IndexedThing.class).predicate();
        this.readable = f.and(
                        f.terms().field(IndexedFields.TOKENS).matchingAny(reader.searchKeys()),
                        f.range().field(IndexedFields.FROM).atMost(IndexedFields.inMicros(now)),
                        f.range().field(IndexedFields.UNTIL).greaterThan(IndexedFields.inMicros(now)))
                .toPredicate();
        this.upToDate = f.range()
                .field(IndexedFields.STALE)
                .greaterThan(LocalDate.ofInstant(now, Dates.KENT).toEpochDay())
                .constantScore()
                .boost(UP_TO_DATE)
                .toPredicate();
    }

    EntityManager entities() {
        return entities;
    }

    Predicates predicates(Wording wording) {
        return new Predicates(f, wording);
    }

    SearchPredicate everything() {
        return f.matchAll().toPredicate();
    }

    SearchPredicate nothing() {
        return f.matchNone().toPredicate();
    }

    /** How many things fit, of the sources searched, whatever else is chosen. */
    long count(SearchPredicate words, SearchQuery query) {
        return session.search(IndexedThing.class)
                .where(ofSources(words, query.chosen(Facet.SOURCE)))
                .fetchTotalHitCount();
    }

    /** One page, with all counts. */
    Found find(SearchPredicate words, SearchQuery query, boolean byScore) {
        List<Facet> free = Stream.of(Facet.values())
                .filter(facet -> !query.chosen().containsKey(facet))
                .toList();
        var step = session.search(IndexedThing.class)
                .select(p -> thing(p, byScore))
                .where(filtered(words, query, null))
                .sort(s -> order(s, query.sorting(), byScore));
        for (Facet facet : free) {
            step.aggregation(
                    KEYS.get(facet),
                    a -> a.terms().field(facet.field(), String.class).maxTermCount(MOST_VALUES));
        }
        long offset = (long) query.page() * query.size();
        SearchResult<StoredThing> result = step.fetch((int) Math.min(offset, 100_000_000), query.size());
        Map<Facet, Map<String, Long>> counts = new EnumMap<>(Facet.class);
        free.forEach(facet -> counts.put(facet, result.aggregation(KEYS.get(facet))));
        query.chosen().keySet().forEach(facet -> counts.put(facet, countsWithoutOwnChoice(words, query, facet)));
        return new Found(result.hits(), result.total().hitCount(), counts);
    }

    /** Those of these entries that fit, without their text. */
    List<StoredThing> among(SearchPredicate words, SearchQuery query, Collection<UUID> entries) {
        return session.search(IndexedThing.class)
                .select(p -> thing(p, false))
                .where(f.bool()
                        .must(filtered(words, query, null))
                        .filter(f.id().matchingAny(entries))
                        .toPredicate())
                .fetchHits(entries.size());
    }

    /** The best few of the sources searched, with their text, whatever else is chosen. */
    List<StoredThing> best(SearchPredicate words, SearchQuery query, int most) {
        return best(ofSources(words, query.chosen(Facet.SOURCE)), most, true);
    }

    /** The best few of all, without their text. */
    List<StoredThing> best(SearchPredicate words, int most) {
        return best(ofSources(words, Set.of()), most, false);
    }

    private List<StoredThing> best(SearchPredicate readableWords, int most, boolean withText) {
        return session.search(IndexedThing.class)
                .select(p -> thing(p, withText))
                .where(readableWords)
                .sort(s -> order(s, Sorting.BEST_MATCH, true))
                .fetchHits(most);
    }

    private Map<String, Long> countsWithoutOwnChoice(SearchPredicate words, SearchQuery query, Facet facet) {
        return session.search(IndexedThing.class)
                .select(p -> p.id(UUID.class))
                .where(filtered(words, query, facet))
                .aggregation(
                        KEYS.get(facet),
                        a -> a.terms().field(facet.field(), String.class).maxTermCount(MOST_VALUES))
                .fetch(0)
                .aggregation(KEYS.get(facet));
    }

    private SearchPredicate filtered(SearchPredicate words, SearchQuery query, @Nullable Facet except) {
        var all = f.bool().must(words).filter(readable).should(upToDate);
        query.chosen().forEach((facet, values) -> {
            if (facet != except) {
                all.filter(chosen(facet, values));
            }
        });
        if (query.from() != null) {
            all.filter(f.range().field(IndexedFields.DATE).atLeast(query.from().toEpochDay()));
        }
        if (query.to() != null) {
            all.filter(f.range().field(IndexedFields.DATE).atMost(query.to().toEpochDay()));
        }
        return all.toPredicate();
    }

    private SearchPredicate ofSources(SearchPredicate words, Set<String> sources) {
        var all = f.bool().must(words).filter(readable).should(upToDate);
        if (!sources.isEmpty()) {
            all.filter(chosen(Facet.SOURCE, sources));
        }
        return all.toPredicate();
    }

    private SearchPredicate chosen(Facet facet, Set<String> values) {
        return f.terms().field(facet.field()).matchingAny(values).toPredicate();
    }

    /** Always ends in something that differs, so that pages neither repeat nor miss a thing. */
    private static SortFinalStep order(SearchSortFactory s, Sorting sorting, boolean byScore) {
        return switch (sorting) {
            case TITLE -> s.field(IndexedFields.TITLE_ORDER).then().field(IndexedFields.STAMP);
            case OLDEST ->
                s.field(IndexedFields.DATE)
                        .then()
                        .field(IndexedFields.MOMENT)
                        .then()
                        .field(IndexedFields.STAMP);
            case NEWEST -> newest(s.field(IndexedFields.DATE).desc());
            case BEST_MATCH ->
                byScore
                        ? newest(s.score().then().field(IndexedFields.DATE).desc())
                        : newest(s.field(IndexedFields.DATE).desc());
        };
    }

    private static SortFinalStep newest(SortThenStep<?> byDate) {
        return byDate.then().field(IndexedFields.MOMENT).desc().then().field(IndexedFields.STAMP);
    }

    private static ProjectionFinalStep<StoredThing> thing(SearchProjectionFactory<?, ?> p, boolean withText) {
        List<SearchProjection<?>> parts = new ArrayList<>(List.of(
                p.id(UUID.class).toProjection(),
                string(p, Facet.SOURCE.field()),
                string(p, IndexedFields.THING_ID),
                string(p, IndexedFields.TITLE),
                string(p, IndexedFields.DESCRIPTION),
                string(p, IndexedFields.OPENING),
                string(p, Facet.KIND.field()),
                p.field(Facet.TOPIC.field(), String.class).list().toProjection(),
                string(p, Facet.AGENCY.field()),
                p.field(IndexedFields.DATE, Long.class).toProjection(),
                string(p, IndexedFields.PATH),
                string(p, IndexedFields.FACTS)));
        if (withText) {
            parts.add(string(p, IndexedFields.TEXT));
        }
        return p.composite().from(parts.toArray(new SearchProjection<?>[0])).asList(Lookup::thing);
    }

    private static SearchProjection<String> string(SearchProjectionFactory<?, ?> p, String field) {
        return p.field(field, String.class).toProjection();
    }

    @SuppressWarnings("unchecked")
    private static StoredThing thing(List<?> parts) {
        return new StoredThing(
                (UUID) parts.get(0),
                (String) parts.get(1),
                (String) parts.get(2),
                (String) parts.get(3),
                (String) parts.get(4),
                (String) parts.get(5),
                parts.size() > 12 ? (String) parts.get(12) : null,
                (String) parts.get(6),
                (List<String>) parts.get(7),
                (String) parts.get(8),
                (Long) parts.get(9),
                (String) parts.get(10),
                (String) parts.get(11));
    }

    @Override
    public void close() {
        entities.close();
    }

    /** A page of things as the index has them, before the tripwire. */
    record Found(List<StoredThing> things, long total, Map<Facet, Map<String, Long>> counts) {}
}
