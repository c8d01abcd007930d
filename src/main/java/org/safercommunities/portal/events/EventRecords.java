package org.safercommunities.portal.events;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface EventRecords extends Repository<Event, UUID> {

    Optional<Event> findById(UUID id);

    /** The event as it stands now, held until the transaction ends. Hold its pools first ({@link Pools#holdAll}). */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from Event e where e.id = :id")
    Optional<Event> hold(UUID id);

    Event save(Event event);

    Event saveAndFlush(Event event);
}
