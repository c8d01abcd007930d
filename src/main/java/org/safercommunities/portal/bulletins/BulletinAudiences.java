package org.safercommunities.portal.bulletins;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.GroupSummary;
import org.safercommunities.portal.agencies.Groups;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.events.Events;
import org.safercommunities.portal.library.Topics;
import org.springframework.stereotype.Component;

/** Makes a {@link BulletinAudience} of what somebody wrote, and a refusal of what nobody is. */
@Component
public class BulletinAudiences {

    private final Agencies agencies;
    private final Groups groups;
    private final Topics topics;
    private final Events events;

    BulletinAudiences(Agencies agencies, Groups groups, Topics topics, Events events) {
        this.agencies = agencies;
        this.groups = groups;
        this.topics = topics;
        this.events = events;
    }

    /**
     * @param said left out: everyone who subscribed
     * @throws InvalidBulletin at {@code audience} when somebody is unknown, or nobody is meant
     */
    public BulletinAudience of(BulletinKind kind, BulletinAudience.@Nullable Written said, Reader by) {
        if (said == null) {
            return BulletinAudience.ofEveryone(kind);
        }
        Set<String> wantedAgencies =
                known("agency", said.agencies(), agencies.all().stream().map(AgencySummary::slug));
        Set<String> wantedGroups =
                known("group", said.groups(), groups.all().stream().map(GroupSummary::slug));
        Set<String> wantedTopics = known("topic", said.topics(), topics.names().keySet().stream());
        Set<Role> roles = roles(said.roles());
        UUID event = said.attendedEvent();
        if (event != null && events.find(event, by).isEmpty()) {
            throw new InvalidBulletin(
                    "audience", "There is no such event for you: choose another one to have been attended");
        }
        boolean some = !wantedAgencies.isEmpty() || !wantedGroups.isEmpty();
        boolean narrowed = !wantedTopics.isEmpty() || !roles.isEmpty() || event != null;
        boolean everyone = Boolean.TRUE.equals(said.everyone());
        if (!everyone && !some && !narrowed) {
            throw new InvalidBulletin(
                    "audience",
                    "Say whom it is for: everyone, agencies or groups. Leave the audience out for everyone");
        }
        return new BulletinAudience(kind, everyone || !some, wantedAgencies, wantedGroups, wantedTopics, roles, event);
    }

    private static Set<Role> roles(@Nullable List<String> wanted) {
        Set<String> words = known("role", wanted, Stream.of(Role.values()).map(Role::word));
        return EnumSet.allOf(Role.class).stream()
                .filter(role -> words.contains(role.word()))
                .collect(Collectors.toSet());
    }

    private static Set<String> known(String what, @Nullable List<String> wanted, Stream<String> known) {
        Set<String> all = known.collect(Collectors.toSet());
        Set<String> some = new HashSet<>(wanted == null ? List.of() : wanted);
        for (String slug : some) {
            if (!all.contains(slug)) {
                throw new InvalidBulletin("audience", "There is no %s “%s”".formatted(what, slug));
            }
        }
        return some;
    }
}
