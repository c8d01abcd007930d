package org.safercommunities.portal.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.search.Shelf.Draft;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody may not see shows nowhere: no title, count, snippet, suggestion or spelling. */
@PortalIT
class SearchAccessIT {

    @Autowired
    private Search search;

    @Autowired
    private SearchIndex index;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private EntityManagerFactory sessions;

    private final Reader dover = Shelf.reader("dover-district-council");
    private final Reader thanet = Shelf.reader("thanet-district-council");
    private Shelf shelf;

    @BeforeEach
    void emptyShelf() {
        shelf = new Shelf(index, transaction, sql);
    }

    @AfterEach
    void clear() {
        shelf.close();
    }

    private double dropped(String reason) {
        return meters.counter(Tripwire.DROPPED, "reason", reason).count();
    }

    @Test
    void resultsCountsAndSnippetsKnowOnlyWhatTheReaderMaySee() {
        shelf.add(new Draft("Lantern for all", "harbour").ofKind("report"));
        shelf.add(new Draft("Lantern for Thanet", "harbour")
                .ofKind("secret-kind")
                .about("secret-topic")
                .from("secret-agency")
                .forOnly(Audience.ofAgencies("thanet-district-council")));
        shelf.settle();
        SearchResults forDover = search.search(shelf.query("lantern"), dover);
        assertThat(forDover.total()).isEqualTo(1);
        assertThat(forDover.hits()).extracting(SearchHit::titleText).containsExactly("Lantern for all");
        assertThat(forDover.facets().values().stream().flatMap(List::stream))
                .allSatisfy(value -> assertThat(value.count()).isEqualTo(1))
                .extracting(FacetValue::value)
                .noneMatch(value -> value.startsWith("secret"));
        assertThat(search.search(shelf.query("lantern"), thanet).total()).isEqualTo(2);
        assertThat(search.search(shelf.query("").with(Facet.KIND, "secret-kind"), dover)
                        .total())
                .isZero();
    }

    @Test
    void suggestionsAndSpellingsComeOnlyFromWhatTheReaderMaySee() {
        shelf.add(new Draft("Quarzmillion plan", "x").forOnly(Audience.ofAgencies("thanet-district-council")));
        shelf.settle();
        assertThat(search.suggest("Quarzm", thanet, 5)).hasSize(1);
        assertThat(search.suggest("Quarzm", dover, 5)).isEmpty();
        assertThat(search.suggest("quarzmilion", dover, 5)).isEmpty();
        assertThat(search.search(shelf.query("quarzmilion"), thanet).didYouMean())
                .isEqualTo(new Correction("quarzmillion", 1));
        for (String typed : List.of("quarzmilion", "quarzmilon", "quarzmillion", "quarz*", "Quarzmillion pln")) {
            SearchResults results = search.search(shelf.query(typed), dover);
            assertThat(results.total()).isZero();
            assertThat(results.didYouMean()).isNull();
        }
    }

    @Test
    void aWordOfHiddenThingsDoesNotCountAsKnown() {
        for (int i = 0; i < 5; i++) {
            shelf.add(new Draft("Polize " + i, "x").forOnly(Audience.ofGroups("gold-command")));
        }
        shelf.add("Police", "x");
        shelf.settle();
        // Were the five counted, the word would be known well and not be taken for a typo
        assertThat(search.search(shelf.query("polize"), dover).total()).isEqualTo(1);
    }

    @Test
    void aRandomCrowdFindsExactlyWhatTheRuleAdmits() {
        Random random = new Random(20260314);
        List<String> agencies = List.of("a-one", "a-two", "a-three");
        List<String> groups = List.of("g-one", "g-two");
        List<Reader> readers = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String agency = agencies.get(random.nextInt(3));
            Set<String> own = random.nextInt(3) == 0 ? Set.of(groups.get(random.nextInt(2))) : Set.of();
            Set<Role> roles = switch (random.nextInt(4)) {
                case 0 -> EnumSet.of(Role.EDITOR);
                case 1 -> EnumSet.of(Role.ADMINISTRATOR);
                default -> Set.of();
            };
            readers.add(new Reader(UUID.randomUUID(), agency, Set.of(agency), own, roles));
        }
        Map<UUID, Audience> audiences = new HashMap<>();
        for (int i = 0; i < 120; i++) {
            Audience audience = new Audience(
                    random.nextInt(4) == 0,
                    random.nextInt(2) == 0 ? Set.of(agencies.get(random.nextInt(3))) : Set.of(),
                    random.nextInt(3) == 0 ? Set.of(groups.get(random.nextInt(2))) : Set.of(),
                    random.nextInt(3) == 0
                            ? Set.of(readers.get(random.nextInt(24)).personId())
                            : Set.of());
            audiences.put(shelf.add(new Draft("Lantern " + i, "x").forOnly(audience)), audience);
        }
        shelf.settle();
        for (Reader reader : readers) {
            Set<UUID> mayRead = new HashSet<>();
            audiences.forEach((id, audience) -> {
                if (audience.admits(reader)) {
                    mayRead.add(id);
                }
            });
            SearchResults results = search.search(shelf.query("lantern").page(0, 200), reader);
            assertThat(results.hits()).extracting(SearchHit::id).containsExactlyInAnyOrderElementsOf(mayRead);
            assertThat(results.total()).isEqualTo(mayRead.size());
            assertThat(results.facet(Facet.KIND).stream()
                            .mapToLong(FacetValue::count)
                            .sum())
                    .isEqualTo(mayRead.size());
        }
        assertThat(dropped("denied")).isZero();
    }

    @Test
    void withdrawnThingsAreNotFoundAnyMore() {
        UUID id = shelf.add("Lantern", "x");
        UUID other = shelf.add("Lantern two", "x");
        shelf.settle();
        shelf.put(id, new Draft("Lantern", "x").forOnly(Audience.ofAgencies("thanet-district-council")));
        // From the commit on, whatever the index still says
        assertThat(search.search(shelf.query("lantern"), dover).hits())
                .extracting(SearchHit::id)
                .containsExactly(other);
        shelf.remove(other);
        assertThat(search.search(shelf.query("lantern"), dover).hits()).isEmpty();
        shelf.settle();
        assertThat(search.search(shelf.query("lantern"), dover).total()).isZero();
        assertThat(search.search(shelf.query("lantern"), thanet).total()).isEqualTo(1);
    }

    @Test
    void whatAFaultyIndexOffersIsLeftOutAndCounted() {
        UUID id = shelf.add("Lantern", "x");
        shelf.settle();
        double before = dropped("denied");
        // The database forbids, and the index was never told
        sql.sql("DELETE FROM search_entry_token WHERE entry_id = ?")
                .param(IndexedThing.idOf(shelf.source(), id))
                .update();
        assertThat(search.search(shelf.query("lantern"), dover).hits()).isEmpty();
        assertThat(dropped("denied")).isEqualTo(before + 1);
        assertThat(search.suggest("Lantern", dover, 5))
                .noneMatch(suggestion -> suggestion.id().equals(id));
    }

    @Test
    void aPageTakesOneSqlStatementWhoeverAsksAndHoweverMuchIsFound() {
        for (int i = 0; i < 60; i++) {
            shelf.add(new Draft("Lantern " + i, "harbour " + i)
                    .about("t" + i % 7)
                    .forOnly(i % 3 == 0 ? Audience.ofAgencies("dover-district-council") : Audience.ofEveryone()));
        }
        shelf.settle();
        Statistics statistics = sessions.unwrap(SessionFactory.class).getStatistics();
        boolean were = statistics.isStatisticsEnabled();
        statistics.setStatisticsEnabled(true);
        try {
            Reader editor =
                    new Reader(UUID.randomUUID(), "kcst", Set.of("kcst"), Set.of("a", "b", "c"), Set.of(Role.EDITOR));
            for (Reader reader : List.of(dover, editor)) {
                for (int size : List.of(1, 10, 50)) {
                    assertThat(statements(statistics, shelf.query("lantern").page(0, size), reader))
                            .isEqualTo(1);
                    assertThat(statements(
                                    statistics, shelf.query("").page(1, size).with(Facet.TOPIC, "t1", "t2"), reader))
                            .isLessThanOrEqualTo(1);
                }
                assertThat(statements(statistics, shelf.query("xyzzyx"), reader))
                        .isZero();
            }
        } finally {
            statistics.setStatisticsEnabled(were);
        }
    }

    /** The least of some tries: the indexer may look after its table meanwhile. */
    private long statements(Statistics statistics, SearchQuery query, Reader reader) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 12; i++) {
            long before = statistics.getPrepareStatementCount();
            search.search(query, reader);
            least = Math.min(least, statistics.getPrepareStatementCount() - before);
        }
        return least;
    }
}
