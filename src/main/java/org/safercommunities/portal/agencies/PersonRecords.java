package org.safercommunities.portal.agencies;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

interface PersonRecords extends Repository<Person, UUID> {

    Optional<Person> findById(UUID id);

    @EntityGraph(attributePaths = "roles")
    Optional<Person> findBySubject(String subject);

    List<Person> findByEmail(String email);

    List<Person> findByIdIn(Iterable<UUID> ids);

    Person save(Person person);

    /** Notes the time, unless one after {@code notBefore} is noted; beside the entity, so that no two calls collide. */
    @Modifying(flushAutomatically = true)
    @NativeQuery("""
            UPDATE person SET last_sign_in_at = :now
             WHERE id = :id AND (last_sign_in_at IS NULL OR last_sign_in_at < :notBefore)
            """)
    void recordSignIn(UUID id, Instant now, Instant notBefore);
}
