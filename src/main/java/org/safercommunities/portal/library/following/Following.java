package org.safercommunities.portal.library.following;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Sql;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody follows; theirs alone to see and to change. */
@Service
public class Following {

    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final ObjectProvider<FollowedNames> types;
    private final Clock clock;

    Following(JdbcClient jdbc, ObjectProvider<FollowedNames> types, Clock clock) {
        this.jdbc = jdbc;
        this.types = types;
        this.clock = clock;
    }

    /** A thing in the list of somebody who follows it and may see it now. */
    public record Line(FollowedThing thing, String name, String path, Instant since) {}

    /**
     * Nothing happens when they follow it already.
     *
     * @throws InvalidFollowing when there is no such thing for them; the same words whether there is none at all
     */
    @Transactional
    public void follow(FollowedThing thing, Reader reader) {
        if (named(Set.of(thing), reader).isEmpty()) {
            throw new InvalidFollowing(
                    "id", "There is nothing like that for you to follow. Name a topic, or a document you may see");
        }
        if (count(reader) >= MOST && !follows(thing, reader)) {
            throw new InvalidFollowing("id", "You follow %d things. End some of them first".formatted(MOST));
        }
        jdbc.sql("INSERT IGNORE INTO library_follow (person_id, type, thing, since) VALUES (?, ?, ?, ?)")
                .params(reader.personId().toString(), thing.type(), thing.id(), Sql.utc(clock.instant()))
                .update();
    }

    /** Also what they may see no more. */
    @Transactional
    public void unfollow(FollowedThing thing, Reader reader) {
        jdbc.sql("DELETE FROM library_follow WHERE person_id = ? AND type = ? AND thing = ?")
                .params(reader.personId().toString(), thing.type(), thing.id())
                .update();
    }

    @Transactional(readOnly = true)
    public boolean follows(FollowedThing thing, Reader reader) {
        return jdbc.sql("SELECT COUNT(*) FROM library_follow WHERE person_id = ? AND type = ? AND thing = ?")
                        .params(reader.personId().toString(), thing.type(), thing.id())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** By type and name; as many statements as there are types, and one. */
    @Transactional(readOnly = true)
    public List<Line> all(Reader reader) {
        Map<FollowedThing, Instant> since = new HashMap<>();
        jdbc.sql("SELECT type, thing, since FROM library_follow WHERE person_id = ?")
                .param(reader.personId().toString())
                .query(row -> {
                    since.put(
                            new FollowedThing(row.getString("type"), row.getString("thing")), Sql.moment(row, "since"));
                });
        List<Line> lines = new ArrayList<>();
        named(since.keySet(), reader)
                .forEach((thing, named) -> lines.add(
                        new Line(thing, named.name(), named.path(), since.getOrDefault(thing, Instant.EPOCH))));
        lines.sort(java.util.Comparator.comparing((Line line) -> line.thing().type())
                .reversed()
                .thenComparing(Line::name, String.CASE_INSENSITIVE_ORDER));
        return lines;
    }

    /** Who follows each of these; whether they may see it is for the caller to ask. One statement. */
    @Transactional(readOnly = true)
    public Map<String, Set<UUID>> followers(String type, Collection<String> ids) {
        Map<String, Set<UUID>> followers = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("SELECT thing, person_id FROM library_follow WHERE type = :type AND thing IN (:ids)")
                    .param("type", type)
                    .param("ids", ids)
                    .query(row -> {
                        followers
                                .computeIfAbsent(row.getString("thing"), any -> new HashSet<>())
                                .add(Sql.id(row, "person_id"));
                    });
        }
        return followers;
    }

    private int count(Reader reader) {
        return jdbc.sql("SELECT COUNT(*) FROM library_follow WHERE person_id = ?")
                .param(reader.personId().toString())
                .query(Integer.class)
                .single();
    }

    private Map<FollowedThing, FollowedNames.Named> named(Collection<FollowedThing> things, Reader reader) {
        Map<String, List<String>> byType = things.stream()
                .collect(Collectors.groupingBy(
                        FollowedThing::type, Collectors.mapping(FollowedThing::id, Collectors.toList())));
        Map<FollowedThing, FollowedNames.Named> named = new HashMap<>();
        for (FollowedNames type : types) {
            List<String> ids = byType.getOrDefault(type.type(), List.of());
            if (!ids.isEmpty()) {
                type.of(ids, reader).forEach((id, name) -> named.put(new FollowedThing(type.type(), id), name));
            }
        }
        return named;
    }
}
