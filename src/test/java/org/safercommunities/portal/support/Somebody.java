package org.safercommunities.portal.support;

import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencyDescription;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.agencies.Role;
import org.springframework.context.ApplicationContext;

/** Makes agencies and people that no other test knows. */
public final class Somebody {

    private final Agencies agencies;
    private final People people;
    private final Readers readers;

    public Somebody(ApplicationContext portal) {
        agencies = portal.getBean(Agencies.class);
        people = portal.getBean(People.class);
        readers = portal.getBean(Readers.class);
    }

    /** An agency whose name begins like this, with a domain of its own. Returns its slug. */
    public String agency(String name) {
        String some = UUID.randomUUID().toString().substring(0, 8);
        return agencies.create(
                        new AgencyDescription(name + " " + some, null, Set.of(some + ".example")), Reader.portal())
                .slug();
    }

    /** A person of that agency with these roles, as they stand now. */
    public Reader of(String agency, Role... roles) {
        return named("Somebody", agency, roles);
    }

    public Reader named(String name, String agency, Role... roles) {
        String email = UUID.randomUUID() + "@somewhere.example";
        UUID id = people.name(email, name, agency, UUID.randomUUID().toString(), Reader.portal());
        if (roles.length > 0) {
            people.giveRoles(id, Set.of(roles), Reader.portal());
        }
        return again(id);
    }

    /** The same person, as they stand now, who has shown that it is them. */
    public Reader again(UUID id) {
        return readers.of(id).orElseThrow().proven();
    }
}
