package org.safercommunities.portal.events;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.safercommunities.portal.agencies.AgencyChanged;
import org.safercommunities.portal.agencies.PersonChanged;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What becomes of places to come when people leave and agencies join, in the same transaction: who left frees their places; what
 * an agency had, and what was kept for it, is the other’s when it becomes part of it.
 */
@Component
class AgencyChangesPlaces {

    static final String LEFT = "Left the agency for which the place was booked";
    static final String ENDED = "The agency has ended";

    private final JdbcClient jdbc;
    private final Pools pools;
    private final PlaceSteps steps;
    private final PlaceChanges changes;
    private final FreedPlaces freedPlaces;
    private final Clock clock;

    AgencyChangesPlaces(
            JdbcClient jdbc,
            Pools pools,
            PlaceSteps steps,
            PlaceChanges changes,
            FreedPlaces freedPlaces,
            Clock clock) {
        this.jdbc = jdbc;
        this.pools = pools;
        this.steps = steps;
        this.changes = changes;
        this.freedPlaces = freedPlaces;
        this.clock = clock;
    }

    @EventListener
    void on(PersonChanged message) {
        String person = message.person().toString();
        switch (message.what()) {
            case "left-agency" -> free("b.person_id = :person", Map.of("person", person), LEFT);
            case "joined-agency" ->
                free(
                        "b.person_id = :person AND p.agency <> :agency",
                        Map.of(
                                "person",
                                person,
                                "agency",
                                String.valueOf(message.details().get("agency"))),
                        LEFT);
            default -> {
                // Roles and sign-ins change nothing about places
            }
        }
    }

    @EventListener
    void on(AgencyChanged message) {
        switch (message.what()) {
            case "ended" -> free("p.agency = :agency", Map.of("agency", message.slug()), ENDED);
            case "merged" ->
                merge(message.slug(), String.valueOf(message.details().get("into")));
            default -> {
                // Names and domains change nothing about places
            }
        }
    }

    private void free(String whose, Map<String, String> values, String reason) {
        // Who waits first: what the others free is not for them any more
        List<UUID> theirs = jdbc.sql("""
                        SELECT p.id FROM event_place p JOIN event_booking b ON b.id = p.booking_id
                          JOIN event_session s ON s.id = p.session_id
                         WHERE p.live = 1 AND s.end_at > :now AND\s""" + whose + " ORDER BY p.state <> 'WAITING', p.id")
                .params(values)
                .param("now", Sql.utc(clock.instant()))
                .query((row, number) -> Sql.id(row, "id"))
                .list();
        hold(theirs);
        for (UUID id : theirs) {
            steps.find(id)
                    .filter(place -> place.state().isLive())
                    .ifPresent(place -> changes.endByRule(place, PlaceState.CANCELLED, reason));
        }
    }

    private void hold(List<UUID> ids) {
        SortedSet<Long> wanted = new TreeSet<>();
        ids.forEach(id -> steps.find(id).ifPresent(place -> wanted.add(place.pool())));
        pools.holdByIds(wanted);
    }

    /** What the one has or is kept for it becomes the other's. Done again, it brings along what has come since. */
    void merge(String slug, String into) {
        List<Long> touched = jdbc.sql("""
                        SELECT DISTINCT o.id FROM event_pool o
                         WHERE EXISTS (SELECT 1 FROM event_place p WHERE p.pool_id = o.id AND p.agency = :slug AND p.live = 1)
                            OR EXISTS (SELECT 1 FROM event_allocation a WHERE a.pool_id = o.id AND a.agency IN (:slug, :into))
                         ORDER BY o.id
                        """)
                .param("slug", slug)
                .param("into", into)
                .query(Long.class)
                .list();
        if (touched.isEmpty()) {
            return;
        }
        pools.holdByIds(touched);
        jdbc.sql("UPDATE event_place SET agency = :into WHERE agency = :slug AND live = 1 AND pool_id IN (:pools)")
                .param("into", into)
                .param("slug", slug)
                .param("pools", touched)
                .update();
        jdbc.sql("""
                UPDATE event_booking SET agency = :into WHERE agency = :slug AND ended_at IS NULL
                """).param("into", into).param("slug", slug).update();
        joinAllocations(slug, into);
        touched.forEach(pool -> freedPlaces.giveOut(pools.hold(pool)));
    }

    /**
     * What was kept for either is kept for both together; the later release counts. What only the one that ends had comes without
     * its maximum, for the other had none.
     */
    private void joinAllocations(String slug, String into) {
        jdbc.sql("""
                UPDATE event_allocation mine JOIN event_allocation theirs
                    ON theirs.pool_id = mine.pool_id AND theirs.agency = :slug
                   SET mine.minimum = mine.minimum + theirs.minimum, mine.maximum = mine.maximum + theirs.maximum,
                       mine.release_at = IF(mine.release_at IS NULL OR theirs.release_at IS NULL, NULL,
                           GREATEST(mine.release_at, theirs.release_at))
                 WHERE mine.agency = :into
                """).param("slug", slug).param("into", into).update();
        jdbc.sql("""
                DELETE theirs FROM event_allocation theirs JOIN event_allocation mine
                    ON mine.pool_id = theirs.pool_id AND mine.agency = :into WHERE theirs.agency = :slug
                """).param("slug", slug).param("into", into).update();
        jdbc.sql("UPDATE event_allocation SET agency = :into, maximum = NULL WHERE agency = :slug")
                .param("slug", slug)
                .param("into", into)
                .update();
    }
}
