package org.safercommunities.portal.search;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.work.SearchIndexingPlan;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rows that the index does not hold yet. They are read without locks and marked without waiting, so that whoever changes
 * them is never held up by indexing, and never in a deadlock with it.
 */
@Component
class PendingEntries {

    private static final int MOST_ENTRIES = 500;
    private static final long MOST_CHARACTERS = 8_000_000;
    private static final String ONE_NODE_AT_A_TIME = "portal-search-indexer";

    private final EntityManager entities;

    PendingEntries(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Indexes a batch of them. The index is written and visible before the rows are marked: a process that is killed in
     * between indexes them once more, and so it is with a row that changes meanwhile.
     *
     * @return how many, 0 when none are left or another node is at it
     */
    @Transactional
    public int indexSome() {
        if (!isTrue("SELECT GET_LOCK(:name, 0)")) {
            return 0;
        }
        try {
            List<UUID> batch = some();
            if (!batch.isEmpty()) {
                List<IndexedThing> things = read(batch);
                index(things);
                mark(things);
            }
            return batch.size();
        } finally {
            isTrue("SELECT RELEASE_LOCK(:name)");
        }
    }

    private boolean isTrue(String lock) {
        Object answer = entities.createNativeQuery(lock)
                .setParameter("name", ONE_NODE_AT_A_TIME)
                .getSingleResult();
        return answer instanceof Number number && number.intValue() == 1 || answer instanceof Boolean truth && truth;
    }

    private List<UUID> some() {
        List<?> rows = entities.createNativeQuery(
                        "SELECT id, CHAR_LENGTH(body) FROM search_entry WHERE pending LIMIT :most")
                .setParameter("most", MOST_ENTRIES)
                .getResultList();
        List<UUID> batch = new ArrayList<>();
        long characters = 0;
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            batch.add((UUID) columns[0]);
            characters += ((Number) columns[1]).longValue();
            if (characters > MOST_CHARACTERS) {
                break;
            }
        }
        return batch;
    }

    private List<IndexedThing> read(List<UUID> batch) {
        return entities.createQuery(
                        "SELECT t FROM IndexedThing t LEFT JOIN FETCH t.audienceTokens WHERE t.id IN :batch",
                        IndexedThing.class)
                .setParameter("batch", batch)
                .getResultList();
    }

    private void index(List<IndexedThing> things) {
        SearchIndexingPlan plan = Search.session(entities).indexingPlan();
        for (IndexedThing thing : things) {
            if (thing.isRemoved()) {
                plan.purge(IndexedThing.class, thing.id(), null);
            } else {
                plan.addOrUpdate(thing);
            }
        }
        plan.execute();
    }

    /** Rows that somebody is changing right now, or has changed since they were read, stay pending. */
    private void mark(List<IndexedThing> things) {
        if (things.isEmpty()) {
            return;
        }
        List<?> rows = entities.createNativeQuery(
                        "SELECT id, stamp FROM search_entry WHERE id IN (:batch) FOR UPDATE SKIP LOCKED")
                .setParameter("batch", things.stream().map(IndexedThing::id).toList())
                .getResultList();
        Map<UUID, Integer> stamps = new HashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            stamps.put((UUID) columns[0], ((Number) columns[1]).intValue());
        }
        List<IndexedThing> same = things.stream()
                .filter(thing -> Objects.equals(stamps.get(thing.id()), thing.stamp()))
                .toList();
        each("DELETE FROM search_entry WHERE id IN (:rows)", same, true);
        each("UPDATE search_entry SET pending = FALSE WHERE id IN (:rows)", same, false);
        entities.clear();
    }

    private void each(String statement, List<IndexedThing> things, boolean removed) {
        List<UUID> rows = things.stream()
                .filter(thing -> thing.isRemoved() == removed)
                .map(IndexedThing::id)
                .toList();
        if (!rows.isEmpty()) {
            entities.createNativeQuery(statement).setParameter("rows", rows).executeUpdate();
        }
    }
}
