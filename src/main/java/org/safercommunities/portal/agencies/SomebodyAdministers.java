package org.safercommunities.portal.agencies;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rule that there is always somebody who administers the portal. It holds too when two administrators, at the same
 * moment, each take the other's role away: whoever changes who administers, does so one after the other.
 */
@Component
class SomebodyAdministers {

    @PersistenceContext
    @SuppressWarnings("NullAway.Init") // by the container
    private EntityManager entities;

    /** Makes a change, unless nobody who may sign in would be an administrator after it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stillAfter(Runnable change) {
        entities.createNativeQuery("SELECT person_id FROM person_role WHERE role = 'ADMINISTRATOR' FOR UPDATE")
                .getResultList();
        boolean before = somebody();
        change.run();
        entities.flush();
        if (before && !somebody()) {
            throw new InvalidEntry(
                    "roles", "Then nobody would administer the portal. Make somebody else an administrator first");
        }
    }

    /** Whether anybody who may sign in is an administrator. */
    @Transactional(readOnly = true)
    public boolean administers() {
        return somebody();
    }

    private boolean somebody() {
        return !entities.createNativeQuery("""
                        SELECT 1 FROM person_role r
                          JOIN membership m ON m.person_id = r.person_id AND m.ended_at IS NULL
                          JOIN agency a ON a.slug = m.agency AND a.ended_at IS NULL
                         WHERE r.role = 'ADMINISTRATOR' LIMIT 1
                        """).getResultList().isEmpty();
    }
}
