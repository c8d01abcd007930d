package org.safercommunities.portal.agencies;

import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes somebody, and those who stand in for them, out of all their groups. Administrators say who is in a group; who comes
 * back without one comes back without what the groups may see.
 */
@Component
class GroupsLeft {

    private final GroupPlaces places;
    private final ApplicationEventPublisher messages;

    GroupsLeft(GroupPlaces places, ApplicationEventPublisher messages) {
        this.places = places;
        this.messages = messages;
    }

    void leave(UUID person, Reader by) {
        places.groupsOf(person).forEach(group -> leave(group, person, by));
    }

    void leave(String group, UUID person, Reader by) {
        for (GroupPlace place : places.of(group)) {
            if (place.person().equals(person) || person.equals(place.substituteFor())) {
                places.remove(group, place.person());
                messages.publishEvent(new GroupChanged(
                        group, "left", Map.of("person", place.person().toString()), by.actor()));
            }
        }
    }
}
