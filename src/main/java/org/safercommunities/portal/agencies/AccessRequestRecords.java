package org.safercommunities.portal.agencies;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccessRequestRecords extends Repository<AccessRequest, UUID> {

    Optional<AccessRequest> findById(UUID id);

    Optional<AccessRequest> findFirstByEmailAndState(String email, AccessRequestState state);

    List<AccessRequest> findByStateOrderByAskedAt(AccessRequestState state, Limit limit);

    @Query("select r from AccessRequest r where r.state <> org.safercommunities.portal.agencies.AccessRequestState.OPEN"
            + " order by r.answeredAt desc")
    List<AccessRequest> findAnswered(Limit limit);

    int countByState(AccessRequestState state);

    AccessRequest save(AccessRequest request);
}
