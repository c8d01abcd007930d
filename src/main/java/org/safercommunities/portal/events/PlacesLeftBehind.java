package org.safercommunities.portal.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Places to come in an agency that their person does not belong to. {@link AgencyChangesPlaces} frees or moves what it sees when
 * people leave and agencies end; a booking that was under way just then is committed afterwards, and is found here.
 */
@Component
class PlacesLeftBehind {

    private static final String SELECT = """
            SELECT p.id, p.agency, a.merged_into, a.ended_at IS NOT NULL AS ended
              FROM event_session s JOIN event_place p ON p.session_id = s.id AND p.live = 1
              JOIN event_booking b ON b.id = p.booking_id JOIN agency a ON a.slug = p.agency
             WHERE s.end_at > :now AND (a.ended_at IS NOT NULL OR NOT EXISTS (
                   SELECT 1 FROM membership m WHERE m.person_id = b.person_id AND m.current = 1 AND m.agency = p.agency))
            """;

    private final JdbcClient jdbc;
    private final Turns turns;
    private final HeldPlaces heldPlaces;
    private final PlaceChanges changes;
    private final AgencyChangesPlaces agencyChanges;
    private final Clock clock;

    PlacesLeftBehind(
            JdbcClient jdbc,
            Turns turns,
            HeldPlaces heldPlaces,
            PlaceChanges changes,
            AgencyChangesPlaces agencyChanges,
            Clock clock) {
        this.jdbc = jdbc;
        this.turns = turns;
        this.heldPlaces = heldPlaces;
        this.changes = changes;
        this.agencyChanges = agencyChanges;
        this.clock = clock;
    }

    /** @param into what the agency of the place has become part of */
    record Found(UUID place, String agency, @Nullable String into, boolean ended) {

        private static Found of(ResultSet row, int number) throws SQLException {
            return new Found(
                    Sql.id(row, "id"), row.getString("agency"), row.getString("merged_into"), row.getBoolean("ended"));
        }
    }

    /** One statement. Turns come first: what the others free is not for them any more. */
    List<Found> find() {
        return jdbc.sql(SELECT + " ORDER BY p.state <> 'WAITING', p.id")
                .param("now", Sql.utc(clock.instant()))
                .query(Found::of)
                .list();
    }

    /** Frees the place, with the reason; one of an agency that is part of another now becomes the other's. */
    void settle(Found seen) {
        turns.run(() -> {
            String into = seen.into();
            if (into == null) {
                free(heldPlaces.hold(seen.place()));
            } else if (still(seen.place()).isPresent()) {
                // All of the agency at once, unless another place has had it done
                agencyChanges.merge(seen.agency(), into);
            }
        });
    }

    private void free(Place held) {
        // They may have come back meanwhile
        still(held.id()).filter(found -> found.into() == null).ifPresent(found -> {
            String reason = found.ended() ? AgencyChangesPlaces.ENDED : AgencyChangesPlaces.LEFT;
            changes.endByRule(held, PlaceState.CANCELLED, reason);
        });
    }

    private Optional<Found> still(UUID place) {
        return jdbc.sql(SELECT + " AND p.id = :place")
                .param("now", Sql.utc(clock.instant()))
                .param("place", place.toString())
                .query(Found::of)
                .optional();
    }
}
