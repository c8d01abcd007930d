package org.safercommunities.portal.search;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where features put what can be found, in the transaction in which they change it. The index follows right after the
 * commit, and sooner or later in any case: what is still to be indexed is noted in the same transaction.
 */
@Service
public class SearchIndex {

    private static final int MOST_TITLE_CHARACTERS = 500;
    private static final int MOST_DESCRIPTION_CHARACTERS = 15_000;

    private final JdbcTemplate sql;
    private final Indexer indexer;

    SearchIndex(JdbcTemplate sql, Indexer indexer) {
        this.sql = sql;
        this.indexer = indexer;
    }

    /**
     * Makes a thing findable as described, in place of what was known of it before.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(SearchEntry entry) {
        UUID id = IndexedThing.idOf(entry.source(), entry.id());
        sql.update(
                """
                INSERT INTO search_entry (id, source, thing_id, title, description, body, kind, topics, agency, dated, path,
                                          facts, stamp, visible_from, visible_until, stale_from, pending, removed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, TRUE, FALSE)
                ON DUPLICATE KEY UPDATE title = VALUES(title), description = VALUES(description), body = VALUES(body),
                    kind = VALUES(kind), topics = VALUES(topics), agency = VALUES(agency), dated = VALUES(dated),
                    path = VALUES(path), facts = VALUES(facts), stamp = VALUES(stamp),
                    visible_from = VALUES(visible_from), visible_until = VALUES(visible_until),
                    stale_from = VALUES(stale_from), pending = TRUE, removed = FALSE
                """,
                id,
                entry.source(),
                entry.id(),
                PlainText.of(entry.title(), MOST_TITLE_CHARACTERS),
                PlainText.of(entry.description(), MOST_DESCRIPTION_CHARACTERS),
                PlainText.of(entry.body(), SearchEntry.MOST_CHARACTERS),
                entry.kind(),
                String.join(" ", entry.topics()),
                entry.agency(),
                entry.date(),
                entry.path(),
                Facts.write(entry.facts()),
                stamp(),
                Sql.utcOrNull(entry.validity().from()),
                Sql.utcOrNull(entry.validity().until()),
                entry.validity().staleFrom());
        sql.update("DELETE FROM search_entry_token WHERE entry_id = ?", id);
        List<Object[]> tokens = entry.audienceTokens().stream()
                .map(token -> new Object[] {id, token})
                .toList();
        sql.batchUpdate("INSERT INTO search_entry_token (entry_id, token) VALUES (?, ?)", tokens);
        indexAfterCommit();
    }

    /**
     * Makes a thing unfindable. Does nothing when it was not findable.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(String source, UUID id) {
        UUID entry = IndexedThing.idOf(source, id);
        sql.update("""
                UPDATE search_entry SET title = '', description = '', body = '', facts = '{}', stamp = ?, pending = TRUE,
                       removed = TRUE
                 WHERE id = ?
                """, stamp(), entry);
        sql.update("DELETE FROM search_entry_token WHERE entry_id = ?", entry);
        indexAfterCommit();
    }

    private void indexAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                indexer.wake();
            }
        });
    }

    private static int stamp() {
        return ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
    }
}
