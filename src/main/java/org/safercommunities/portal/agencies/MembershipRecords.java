package org.safercommunities.portal.agencies;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

interface MembershipRecords extends org.springframework.data.jpa.repository.JpaRepository<Membership, UUID> {

    Optional<Membership> findByPersonIdAndEndedAtIsNull(UUID person);

    boolean existsByPersonIdAndAgency(UUID person, String agency);

    List<Membership> findByAgencyAndEndedAtIsNull(String agency);
}
