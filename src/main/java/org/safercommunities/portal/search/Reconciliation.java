package org.safercommunities.portal.search;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.query.SearchScroll;
import org.hibernate.search.engine.search.query.SearchScrollResult;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.hibernate.search.mapper.orm.work.SearchIndexingPlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds out whether the index holds what the database holds, after a restored backup, a lost folder or a crash of the
 * machine. Rows that the index misses or has in another state become pending; what only the index has goes.
 */
@Component
class Reconciliation {

    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);
    private static final AggregationKey<Long> STAMPS = AggregationKey.of("stamps");
    private static final int CHUNK = 2_000;

    private final EntityManager entities;

    Reconciliation(EntityManager entities) {
        this.entities = entities;
    }

    /** Compares count and sum of stamps first, then, only when these differ, row by row. */
    @Transactional
    public void run() {
        if (indexed().equals(stored())) {
            return;
        }
        // The index first: what is committed meanwhile is then in the rows at least, and at worst is indexed twice
        Map<UUID, Long> index = indexedStamps();
        Map<UUID, Long> rows = storedStamps();
        List<UUID> stale = rows.entrySet().stream()
                .filter(row -> !row.getValue().equals(index.get(row.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        Set<UUID> extra = new HashSet<>(index.keySet());
        extra.removeAll(rows.keySet());
        log.info(
                "The search index differs from the database: {} to be indexed, {} to be taken out",
                stale.size(),
                extra.size());
        for (int from = 0; from < stale.size(); from += CHUNK) {
            entities.createNativeQuery("UPDATE search_entry SET pending = TRUE WHERE id IN (:stale)")
                    .setParameter("stale", stale.subList(from, Math.min(from + CHUNK, stale.size())))
                    .executeUpdate();
        }
        SearchIndexingPlan plan = session().indexingPlan();
        extra.forEach(id -> plan.purge(IndexedThing.class, id, null));
        plan.execute();
    }

    private SearchSession session() {
        return Search.session(entities);
    }

    private Sum indexed() {
        var result = session()
                .search(IndexedThing.class)
                .select(f -> f.id(UUID.class))
                .where(f -> f.matchAll())
                .aggregation(STAMPS, f -> f.sum().field(IndexedFields.STAMP, Long.class))
                .fetch(0);
        Long stamps = result.total().hitCount() == 0 ? Long.valueOf(0) : result.aggregation(STAMPS);
        return new Sum(result.total().hitCount(), stamps == null ? 0 : stamps);
    }

    private Sum stored() {
        Object[] row = (Object[]) entities.createNativeQuery(
                        "SELECT COUNT(*), COALESCE(SUM(stamp), 0) FROM search_entry WHERE NOT pending AND NOT removed")
                .getSingleResult();
        return new Sum(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }

    private Map<UUID, Long> indexedStamps() {
        Map<UUID, Long> stamps = new HashMap<>();
        try (SearchScroll<List<?>> scroll = session()
                .search(IndexedThing.class)
                .select(f -> f.composite(f.id(UUID.class), f.field(IndexedFields.STAMP, Long.class)))
                .where(f -> f.matchAll())
                .scroll(CHUNK)) {
            for (SearchScrollResult<List<?>> chunk = scroll.next(); chunk.hasHits(); chunk = scroll.next()) {
                chunk.hits().forEach(hit -> stamps.put((UUID) hit.get(0), (Long) hit.get(1)));
            }
        }
        return stamps;
    }

    private Map<UUID, Long> storedStamps() {
        Map<UUID, Long> stamps = new HashMap<>();
        List<Object[]> rows = new ArrayList<>(
                entities.createQuery("SELECT t.id, t.stamp FROM IndexedThing t WHERE NOT t.removed", Object[].class)
                        .getResultList());
        rows.forEach(row -> stamps.put((UUID) row[0], ((Integer) row[1]).longValue()));
        return stamps;
    }

    private record Sum(long count, long stamps) {}
}
