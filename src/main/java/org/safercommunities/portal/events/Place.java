package org.safercommunities.portal.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Sql;

/**
 * A place, or a turn to get one, as those who change it read it.
 *
 * @param person whose it is
 * @param agency for which it counts
 * @param automatic whether an offer is taken as accepted
 * @param ticket the turn in the waiting list; null for who never waited
 * @param replaces the place that is given up once this one is theirs
 */
record Place(
        UUID id,
        UUID booking,
        UUID event,
        UUID session,
        long pool,
        UUID person,
        String agency,
        PlaceState state,
        boolean automatic,
        @Nullable Long ticket,
        @Nullable UUID replaces,
        @Nullable Instant lapsesAt) {

    static final String SELECT = """
            SELECT p.id, p.booking_id, b.event_id, p.session_id, p.pool_id, b.person_id, p.agency, p.state, b.automatic, p.ticket,
                   p.replaces, p.lapses_at
              FROM event_place p JOIN event_booking b ON b.id = p.booking_id
             WHERE\s""";

    static Place of(ResultSet row, int number) throws SQLException {
        long ticket = row.getLong("ticket");
        boolean without = row.wasNull();
        return new Place(
                Sql.id(row, "id"),
                Sql.id(row, "booking_id"),
                Sql.id(row, "event_id"),
                Sql.id(row, "session_id"),
                row.getLong("pool_id"),
                Sql.id(row, "person_id"),
                row.getString("agency"),
                PlaceState.valueOf(row.getString("state")),
                row.getBoolean("automatic"),
                without ? null : ticket,
                Sql.idOrNull(row, "replaces"),
                Sql.instant(row, "lapses_at"));
    }

    /** Whether it is offered and the offer still stands. */
    boolean isOfferedAt(Instant now) {
        return is(PlaceState.OFFERED) && lapsesAt != null && now.isBefore(lapsesAt);
    }

    boolean is(PlaceState asked) {
        return state == asked;
    }
}
