package org.safercommunities.portal.bulletins;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Role;

/**
 * Whom a bulletin is for, among those who subscribed to its kind. For whom: everyone, or the union of agencies and groups, as with
 * documents. The rest narrows that: about these topics, with one of these roles, who came to that event. What is empty narrows
 * nothing.
 *
 * @param agencies slugs
 * @param groups slugs
 * @param topics slugs; who chose topics gets it when one of theirs is among these, who chose none gets it in any case
 * @param attendedEvent id of an event
 */
public record BulletinAudience(
        BulletinKind kind,
        boolean everyone,
        Set<String> agencies,
        Set<String> groups,
        Set<String> topics,
        Set<Role> roles,
        @Nullable UUID attendedEvent) {

    public BulletinAudience {
        agencies = Set.copyOf(agencies);
        groups = Set.copyOf(groups);
        topics = Set.copyOf(topics);
        roles = Set.copyOf(roles);
    }

    public static BulletinAudience ofEveryone(BulletinKind kind) {
        return new BulletinAudience(kind, true, Set.of(), Set.of(), Set.of(), Set.of(), null);
    }

    /** As the API and the tables have it; the kind is said beside it. */
    public record Written(
            @Nullable Boolean everyone,
            @Nullable List<String> agencies,
            @Nullable List<String> groups,
            @Nullable List<String> topics,
            @Nullable List<String> roles,
            @Nullable UUID attendedEvent) {}

    public Written written() {
        return new Written(
                everyone,
                sorted(agencies.stream()),
                sorted(groups.stream()),
                sorted(topics.stream()),
                sorted(roles.stream().map(Role::word)),
                attendedEvent);
    }

    /** Reads back what {@link #written()} wrote; nothing is looked up. */
    public static BulletinAudience stored(BulletinKind kind, Written written) {
        return new BulletinAudience(
                kind,
                Boolean.TRUE.equals(written.everyone()),
                set(written.agencies()),
                set(written.groups()),
                set(written.topics()),
                set(written.roles()).stream()
                        .flatMap(word -> Stream.of(Role.values())
                                .filter(role -> role.word().equals(word)))
                        .collect(Collectors.toSet()),
                written.attendedEvent());
    }

    private static Set<String> set(@Nullable List<String> list) {
        return list == null ? Set.of() : Set.copyOf(list);
    }

    private static List<String> sorted(Stream<String> words) {
        return words.sorted().toList();
    }
}
