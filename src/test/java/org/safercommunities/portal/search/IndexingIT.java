package org.safercommunities.portal.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.search.Shelf.Draft;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** The index follows the database, through crashes and losses. */
@PortalIT
class IndexingIT {

    @Autowired
    private Search search;

    @Autowired
    private SearchIndex index;

    @Autowired
    private Indexer indexer;

    @Autowired
    private PendingEntries pending;

    @Autowired
    private EntityManager entities;

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
        if (!indexer.isRunning()) {
            indexer.start();
        }
        shelf.close();
    }

    private long found(String words) {
        return search.search(shelf.query(words), reader).total();
    }

    @Test
    void whatIsPublishedIsFoundWithinASecond() {
        shelf.add("Warm up", "x");
        shelf.settle();
        long worst = 0;
        for (int i = 0; i < 10; i++) {
            String word = "lantern" + i;
            long start = System.nanoTime();
            shelf.add(word, "x");
            Shelf.await(() -> found(word) == 1);
            worst = Math.max(worst, System.nanoTime() - start);
        }
        System.out.printf("Found after at most %d ms%n", worst / 1_000_000);
        assertThat(Duration.ofNanos(worst)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void anEntryIsWrittenInTheCallersTransactionOnly() {
        assertThatThrownBy(() -> index.put(new Draft("Lantern", "x").entry(shelf.source(), UUID.randomUUID())))
                .isInstanceOf(IllegalTransactionStateException.class);
        transaction.executeWithoutResult(status -> {
            index.put(new Draft("Lantern", "x").entry(shelf.source(), UUID.randomUUID()));
            status.setRollbackOnly();
        });
        shelf.add("Harbour", "x");
        shelf.settle();
        assertThat(found("lantern")).isZero();
    }

    @Test
    void writersOfTheSameThingDoNotCollide() throws Exception {
        UUID id = UUID.randomUUID();
        shelf.put(id, new Draft("Lantern", "x"));
        try (ExecutorService writers = Executors.newFixedThreadPool(6)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String title = "Lantern " + i;
                all.add(writers.submit(() -> shelf.put(id, new Draft(title, "x"))));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        shelf.settle();
        assertThat(found("lantern")).isEqualTo(1);
        String title = sql.sql("SELECT title FROM search_entry WHERE thing_id = ?")
                .param(id)
                .query(String.class)
                .single();
        assertThat(search.search(shelf.query("lantern"), reader).hits())
                .extracting(SearchHit::titleText)
                .containsExactly(title);
    }

    @Test
    void writersOfManyThingsAreNeverHeldUpOrBeatenByTheIndexer() throws Exception {
        List<UUID> things = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            things.add(shelf.add("Lantern", "x"));
        }
        try (ExecutorService writers = Executors.newFixedThreadPool(2)) {
            List<Future<?>> all = new ArrayList<>();
            for (int half = 0; half < 2; half++) {
                List<UUID> own = things.subList(half * 6, half * 6 + 6);
                all.add(writers.submit(() -> {
                    for (int i = 0; i < 60; i++) {
                        List<UUID> order = new ArrayList<>(own);
                        Collections.shuffle(order);
                        String title = "Lantern " + i;
                        transaction.executeWithoutResult(status -> order.forEach(id -> {
                            if (order.indexOf(id) % 3 == 0) {
                                index.remove(shelf.source(), id);
                            }
                            index.put(new Draft(title, "x").entry(shelf.source(), id));
                        }));
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        shelf.settle();
        assertThat(found("lantern 59")).isEqualTo(12);
    }

    @Test
    void whatAKilledProcessCommittedIsIndexedAtTheNextStart() {
        UUID changed = shelf.add("Lantern", "x");
        UUID removed = shelf.add("Harbour", "x");
        shelf.settle();
        // As after a kill between commit and indexing: nobody listens
        indexer.stop();
        shelf.add("Meadow", "x");
        shelf.put(changed, new Draft("Orchard", "x"));
        shelf.remove(removed);
        assertThat(found("meadow") + found("orchard")).isZero();
        indexer.start();
        shelf.settle();
        assertThat(found("meadow")).isEqualTo(1);
        assertThat(found("orchard")).isEqualTo(1);
        assertThat(found("lantern")).isZero();
        assertThat(found("harbour")).isZero();
        assertThat(sql.sql("SELECT COUNT(*) FROM search_entry WHERE thing_id = ?")
                        .param(removed)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aKillBetweenIndexAndDatabaseOnlyIndexesOnceMore() {
        indexer.stop();
        shelf.add("Lantern", "x");
        transaction.executeWithoutResult(status -> {
            pending.indexSome();
            // The index has it, and the commit that would say so never comes
            status.setRollbackOnly();
        });
        assertThat(found("lantern")).isEqualTo(1);
        assertThat(shelf.pending()).isEqualTo(1);
        indexer.start();
        shelf.settle();
        assertThat(found("lantern")).isEqualTo(1);
    }

    @Test
    void anIndexThatLostThingsKeptOldOnesOrHasTooManyIsRepairedAtTheNextStart() {
        UUID lost = shelf.add("Lantern", "x");
        UUID old = shelf.add("Harbour", "x");
        UUID extra = shelf.add("Meadow", "x");
        shelf.settle();
        indexer.stop();
        transaction.executeWithoutResult(status -> {
            var plan = org.hibernate.search.mapper.orm.Search.session(entities).indexingPlan();
            plan.purge(IndexedThing.class, IndexedThing.idOf(shelf.source(), lost), null);
            plan.execute();
        });
        sql.sql("UPDATE search_entry SET title = 'Orchard', stamp = stamp - 1 WHERE thing_id = ?")
                .param(old)
                .update();
        sql.sql("DELETE FROM search_entry WHERE thing_id = ?").param(extra).update();
        assertThat(found("lantern")).isZero();
        assertThat(found("harbour")).isEqualTo(1);
        indexer.start();
        Shelf.await(() -> !search.status().catchingUp());
        assertThat(found("lantern")).isEqualTo(1);
        assertThat(found("orchard")).isEqualTo(1);
        assertThat(found("harbour")).isZero();
        assertThat(found("meadow")).isZero();
    }

    @Test
    void anEmptyIndexIsMadeAgainInTheBackgroundWhileSearchAnswersAndSaysSo() {
        for (int i = 0; i < 40; i++) {
            shelf.add("Lantern " + i, "x");
        }
        shelf.settle();
        indexer.stop();
        org.hibernate.search.mapper.orm.Search.mapping(entities.getEntityManagerFactory())
                .scope(IndexedThing.class)
                .workspace()
                .purge();
        org.hibernate.search.mapper.orm.Search.mapping(entities.getEntityManagerFactory())
                .scope(IndexedThing.class)
                .workspace()
                .refresh();
        assertThat(found("lantern")).isZero();
        indexer.start();
        assertThat(search.search(shelf.query("lantern"), reader).catchingUp()).isTrue();
        Shelf.await(() -> !search.status().catchingUp());
        assertThat(found("lantern")).isEqualTo(40);
    }

    @Test
    void aVeryLongTextIsKeptUpToItsLimitAndFoundByItsLastWords() {
        String long_ = "word ".repeat(150_000);
        shelf.add("Long", long_ + "lantern");
        shelf.add("Longer", long_ + long_ + "harbour");
        shelf.settle();
        assertThat(found("lantern")).isEqualTo(1);
        assertThat(found("harbour")).isZero();
        assertThat(found("longer")).isEqualTo(1);
    }

    @Test
    void hostileTextIsIndexedAndFound() {
        shelf.add(new Draft(
                        "\uD83D\uDE92 Lantern \u0000\u0007\uE000 \uD83D",
                        "\u202Eevil\u0000 ".repeat(10) + "x".repeat(70_000))
                .describedAs("<script>alert(1)</script>")
                .forOnly(Audience.ofEveryone()));
        shelf.settle();
        SearchHit hit = search.search(shelf.query("lantern"), reader).hits().getFirst();
        assertThat(hit.titleText()).startsWith("\uD83D\uDE92 Lantern").doesNotContain("\u0000", "\uE000");
    }
}
