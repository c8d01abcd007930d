package org.safercommunities.portal.events;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Colleagues.Colleague;
import org.safercommunities.portal.shared.Sql;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of bookings; what a booking is worth is in its places. */
@Repository
class BookingRecords {

    private final JdbcClient jdbc;
    private final Clock clock;

    BookingRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws AlreadyBooked when the person has a booking that lives, whoever made it and however recently */
    @Transactional(propagation = Propagation.MANDATORY)
    NewPlace.Booked add(UUID event, Colleague person, BookingWish wish, @Nullable UUID group, @Nullable UUID by) {
        UUID id = UUID.randomUUID();
        try {
            jdbc.sql("""
                    INSERT INTO event_booking (id, event_id, person_id, agency, booked_by, booked_at, group_id, automatic)
                    VALUES (:id, :event, :person, :agency, :by, :now, :group, :automatic)
                    """)
                    .param("id", id.toString())
                    .param("event", event.toString())
                    .param("person", person.id().toString())
                    .param("agency", person.agency())
                    .param("by", Sql.textOrNull(by))
                    .param("now", Sql.utc(clock.instant()))
                    .param("group", Sql.textOrNull(group))
                    .param("automatic", wish.automatic())
                    .update();
        } catch (DuplicateKeyException second) {
            throw new AlreadyBooked();
        }
        if (!wish.dietary().isEmpty() || !wish.access().isEmpty()) {
            jdbc.sql("INSERT INTO event_need (booking_id, dietary, access) VALUES (?, ?, ?)")
                    .param(id.toString())
                    .param(wish.dietary())
                    .param(wish.access())
                    .update();
        }
        return new NewPlace.Booked(id, event, person.id(), person.agency(), wish.automatic());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void setAutomatic(UUID booking, boolean automatic) {
        jdbc.sql("UPDATE event_booking SET automatic = ? WHERE id = ?")
                .param(automatic)
                .param(booking.toString())
                .update();
    }

    /** What the person needs goes with the place to nobody. */
    @Transactional(propagation = Propagation.MANDATORY)
    void forgetNeeds(UUID booking) {
        jdbc.sql("DELETE FROM event_need WHERE booking_id = ?")
                .param(booking.toString())
                .update();
    }

    @Transactional(readOnly = true)
    Optional<NewPlace.Booked> find(UUID id) {
        return read(id, "");
    }

    /** The booking as it stands, held until the transaction ends; empty when it is over. The caller holds its pools before. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<NewPlace.Booked> holdCurrent(UUID id) {
        return read(id, " AND ended_at IS NULL FOR UPDATE");
    }

    private Optional<NewPlace.Booked> read(UUID id, String further) {
        return jdbc.sql("SELECT id, event_id, person_id, agency, automatic FROM event_booking WHERE id = ?" + further)
                .param(id.toString())
                .query((row, number) -> new NewPlace.Booked(
                        Sql.id(row, "id"),
                        Sql.id(row, "event_id"),
                        Sql.id(row, "person_id"),
                        row.getString("agency"),
                        row.getBoolean("automatic")))
                .optional();
    }

    /** The turn in the waiting list, from 1. */
    @Transactional(propagation = Propagation.MANDATORY)
    int position(Place waiting) {
        return jdbc.sql("SELECT COUNT(*) FROM event_place WHERE pool_id = ? AND state = 'WAITING' AND ticket < ?")
                        .param(waiting.pool())
                        .param(waiting.ticket())
                        .query(Integer.class)
                        .single()
                + 1;
    }
}
