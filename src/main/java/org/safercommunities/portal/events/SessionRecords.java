package org.safercommunities.portal.events;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SessionRecords extends Repository<EventSession, UUID> {

    /** Sessions that take place, with their programmes, in order. */
    @Query("""
            select distinct s from EventSession s left join fetch s.talks
             where s.eventId = :event and s.removedAt is null order by s.position""")
    List<EventSession> ofEvent(UUID event);

    EventSession save(EventSession session);

    void flush();
}
