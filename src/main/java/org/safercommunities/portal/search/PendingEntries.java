package org.safercommunities.portal.search;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.work.SearchIndexingPlan;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rows that the index does not hold yet. */
@Component
class PendingEntries {

    private static final int MOST_ENTRIES = 500;
    private static final long MOST_CHARACTERS = 8_000_000;

    private final EntityManager entities;

    PendingEntries(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Indexes a batch of them. The index is written and visible before the rows are marked: a process that is killed in
     * between indexes them once more. Rows that another node is working on are left to it.
     *
     * @return how many, 0 when none are left
     */
    @Transactional
    public int indexSome() {
        List<UUID> batch = lockSome();
        if (batch.isEmpty()) {
            return 0;
        }
        List<IndexedThing> things = entities.createQuery(
                        "SELECT t FROM IndexedThing t LEFT JOIN FETCH t.audienceTokens WHERE t.id IN :batch",
                        IndexedThing.class)
                .setParameter("batch", batch)
                .getResultList();
        SearchIndexingPlan plan = Search.session(entities).indexingPlan();
        List<UUID> removed = new ArrayList<>();
        for (IndexedThing thing : things) {
            if (thing.isRemoved()) {
                plan.purge(IndexedThing.class, thing.id(), null);
                removed.add(thing.id());
            } else {
                plan.addOrUpdate(thing);
            }
        }
        plan.execute();
        entities.createNativeQuery("UPDATE search_entry SET pending = FALSE WHERE id IN (:batch)")
                .setParameter("batch", batch)
                .executeUpdate();
        if (!removed.isEmpty()) {
            entities.createNativeQuery("DELETE FROM search_entry WHERE id IN (:removed)")
                    .setParameter("removed", removed)
                    .executeUpdate();
        }
        entities.clear();
        return batch.size();
    }

    private List<UUID> lockSome() {
        List<?> rows = entities.createNativeQuery("""
                        SELECT id, CHAR_LENGTH(body) FROM search_entry WHERE pending LIMIT :most FOR UPDATE SKIP LOCKED
                        """)
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
}
