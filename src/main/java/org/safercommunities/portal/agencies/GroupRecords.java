package org.safercommunities.portal.agencies;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface GroupRecords extends Repository<PortalGroup, String> {

    Optional<PortalGroup> findById(String slug);

    @EntityGraph(attributePaths = "members")
    List<PortalGroup> findAllByOrderByName();

    @Query("SELECT g FROM PortalGroup g WHERE :person MEMBER OF g.members ORDER BY g.slug")
    List<PortalGroup> findByMember(UUID person);

    boolean existsById(String slug);

    PortalGroup save(PortalGroup group);
}
