package org.safercommunities.portal.agencies.ui;

import java.util.UUID;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.stereotype.Component;

/** Gives somebody a place in the portal. */
@Component
class NewPeople {

    private final People people;

    NewPeople(People people) {
        this.people = people;
    }

    /** @throws org.safercommunities.portal.agencies.InvalidEntry when something entered cannot be taken as it is */
    UUID open(String email, String name, String agency, Reader by) {
        return people.name(email, name, agency, null, by);
    }
}
