package org.safercommunities.portal.agencies;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.Repository;

interface GroupRecords extends Repository<PortalGroup, String> {

    Optional<PortalGroup> findById(String slug);

    @EntityGraph(attributePaths = "members")
    List<PortalGroup> findAllByOrderByName();

    boolean existsById(String slug);

    PortalGroup save(PortalGroup group);
}
