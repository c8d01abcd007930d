package org.safercommunities.portal.agencies;

import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes somebody out of all their groups. Administrators say who is in a group; who comes back without one comes back
 * without what the groups may see.
 */
@Component
class GroupsLeft {

    private final GroupRecords groups;
    private final ApplicationEventPublisher messages;

    GroupsLeft(GroupRecords groups, ApplicationEventPublisher messages) {
        this.groups = groups;
        this.messages = messages;
    }

    void leave(UUID person, Reader by) {
        for (PortalGroup group : groups.findByMember(person)) {
            group.remove(person);
            messages.publishEvent(
                    new GroupChanged(group.slug(), "left", Map.of("person", person.toString()), by.actor()));
        }
    }
}
