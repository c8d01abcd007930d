package org.safercommunities.portal.search;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the database once more, for each thing about to be shown, whether this reader may see it. The index filters by the
 * same tokens already, so whatever is caught here is a fault of the index: it is left out, logged and counted.
 */
@Component
class Tripwire {

    /** Counts results left out; tagged with {@code reason}: denied (a fault), outdated or gone (the index lags behind). */
    static final String DROPPED = "portal.search.dropped";

    private static final Logger log = LoggerFactory.getLogger(Tripwire.class);

    private final MeterRegistry meters;

    Tripwire(MeterRegistry meters) {
        this.meters = meters;
        for (Verdict verdict : Verdict.values()) {
            if (verdict != Verdict.ADMITTED) {
                meters.counter(DROPPED, "reason", verdict.tag);
            }
        }
    }

    /** Those of the things that may be shown. One SQL statement, however many they are; none for none. */
    List<StoredThing> admitted(Collection<StoredThing> things, Reader reader, EntityManager entities) {
        if (things.isEmpty()) {
            return List.of();
        }
        Map<UUID, Verdict> verdicts = verdicts(things, reader, entities);
        return things.stream()
                .filter(thing -> {
                    Verdict verdict = verdicts.getOrDefault(thing.entryId(), Verdict.GONE);
                    if (verdict != Verdict.ADMITTED) {
                        drop(thing, verdict, reader);
                    }
                    return verdict == Verdict.ADMITTED;
                })
                .toList();
    }

    private static Map<UUID, Verdict> verdicts(Collection<StoredThing> things, Reader reader, EntityManager entities) {
        List<?> rows = entities.createNativeQuery("""
                        SELECT e.id,
                               e.pending OR COALESCE(e.visible_from > UTC_TIMESTAMP(6), FALSE)
                               OR COALESCE(e.visible_until <= UTC_TIMESTAMP(6), FALSE),
                               (e.visible_from IS NULL OR e.visible_from <= UTC_TIMESTAMP(6))
                               AND (e.visible_until IS NULL OR e.visible_until > UTC_TIMESTAMP(6))
                               AND EXISTS (SELECT 1 FROM search_entry_token t WHERE t.entry_id = e.id AND t.token IN (:tokens))
                          FROM search_entry e
                         WHERE e.id IN (:things)
                        """)
                .setParameter("tokens", reader.searchKeys())
                .setParameter(
                        "things", things.stream().map(StoredThing::entryId).toList())
                .getResultList();
        Map<UUID, Verdict> verdicts = new HashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            boolean pending = isTrue(columns[1]);
            boolean admitted = isTrue(columns[2]);
            verdicts.put((UUID) columns[0], admitted ? Verdict.ADMITTED : pending ? Verdict.OUTDATED : Verdict.DENIED);
        }
        return verdicts;
    }

    private static boolean isTrue(Object column) {
        return column instanceof Boolean truth ? truth : ((Number) column).intValue() != 0;
    }

    private void drop(StoredThing thing, Verdict verdict, Reader reader) {
        meters.counter(DROPPED, "reason", verdict.tag).increment();
        if (verdict == Verdict.DENIED) {
            log.error(
                    "ACCESS: the index offered {} {} to person {}, who may not see it. It was left out. Please report this",
                    thing.source(),
                    thing.thingId(),
                    reader.personId());
        } else {
            log.info("Left out {} {}: the index does not know its latest state yet", thing.source(), thing.thingId());
        }
    }

    private enum Verdict {
        ADMITTED("admitted"),
        /** The database says no, and the index should have known. */
        DENIED("denied"),
        /** The database says no since a moment ago. */
        OUTDATED("outdated"),
        /** No longer in the database. */
        GONE("gone");

        private final String tag;

        Verdict(String tag) {
            this.tag = tag;
        }
    }
}
