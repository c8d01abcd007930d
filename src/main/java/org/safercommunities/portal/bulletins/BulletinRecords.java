package org.safercommunities.portal.bulletins;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface BulletinRecords extends Repository<Bulletin, UUID> {

    Optional<Bulletin> findById(UUID id);

    List<Bulletin> findByIdIn(Collection<UUID> ids);

    /** The bulletin as it stands now, held until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from Bulletin b where b.id = :id")
    Optional<Bulletin> hold(UUID id);

    Bulletin saveAndFlush(Bulletin bulletin);

    void delete(Bulletin bulletin);
}
