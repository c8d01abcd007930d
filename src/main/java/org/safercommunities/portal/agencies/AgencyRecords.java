package org.safercommunities.portal.agencies;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
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

    boolean existsById(String slug);

    Agency save(Agency agency);
}
