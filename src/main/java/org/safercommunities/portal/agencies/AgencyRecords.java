package org.safercommunities.portal.agencies;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AgencyRecords extends Repository<Agency, String> {

    Optional<Agency> findById(String slug);

    Optional<Agency> findByIdentityProvider(String alias);

    @EntityGraph(attributePaths = "domains")
    List<Agency> findAllByOrderByName();

    @Query("select a from Agency a join a.domains d where d = :domain")
    Optional<Agency> findByDomain(String domain);

    List<Agency> findByMergedInto(String slug);

    /** Locks these until the transaction ends, always in the same order; to be asked before anything else is read. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Agency a where a.slug in :slugs order by a.slug")
    List<Agency> lock(Collection<String> slugs);

    boolean existsById(String slug);

    Agency save(Agency agency);

    /** At once, for tables beside this one refer to it. */
    Agency saveAndFlush(Agency agency);
}
