package org.safercommunities.portal.agencies;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface GroupRecords extends Repository<PortalGroup, String> {

    Optional<PortalGroup> findById(String slug);

    List<PortalGroup> findAllByOrderByName();

    boolean existsById(String slug);

    /** At once, because places are written beside the entities. */
    PortalGroup saveAndFlush(PortalGroup group);
}
