package org.safercommunities.portal.library.packs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The order of a pack. An editor orders what they see; members that are not theirs to see keep their places, and nothing tells of
 * them.
 */
@Service
@NamedInterface("packs")
public class PackOrder {

    private final JdbcClient jdbc;
    private final JdbcTemplate many;
    private final PackDesk desk;
    private final PackMembers members;

    PackOrder(JdbcClient jdbc, JdbcTemplate many, PackDesk desk, PackMembers members) {
        this.jdbc = jdbc;
        this.many = many;
        this.desk = desk;
        this.members = members;
    }

    /**
     * Moves a member up or down among those that this editor sees.
     *
     * @param steps negative for up
     */
    @Transactional
    public void move(UUID pack, UUID member, int steps, Reader by) {
        desk.hold(pack, by);
        int from = place(pack, member, by);
        List<Integer> passed = seenPlaces(pack, from, steps, by);
        if (!passed.isEmpty()) {
            put(pack, member, steps < 0 ? passed.getLast() : passed.getLast() + 1);
            told(pack, by);
        }
    }

    /**
     * Puts a member right before another one.
     *
     * @param other null for the end
     */
    @Transactional
    public void putBefore(UUID pack, UUID member, @Nullable UUID other, Reader by) {
        desk.hold(pack, by);
        place(pack, member, by);
        if (!member.equals(other)) {
            put(pack, member, other == null ? end(pack) : place(pack, other, by));
            told(pack, by);
        }
    }

    /** @param order ids of all members that this editor sees, the first first */
    @Transactional
    public void put(UUID pack, List<UUID> order, Reader by) {
        desk.hold(pack, by);
        Map<String, Object> parameters =
                PackMembers.parameters(by, members.events(List.of(pack), by).keySet());
        List<UUID> ids = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        jdbc.sql("SELECT m.id, m.position FROM pack_member m LEFT JOIN document d ON d.id = m.document_id"
                        + " WHERE m.pack_id = :pack AND " + PackMembers.SEEN + " ORDER BY m.position")
                .params(parameters)
                .param("pack", pack.toString())
                .query(row -> {
                    ids.add(Sql.id(row, "id"));
                    places.add(row.getInt("position"));
                });
        InvalidPack.unless(
                order.size() == ids.size() && new HashSet<>(order).equals(new HashSet<>(ids)),
                "order",
                "Give the id of each member of the pack once");
        List<Object[]> rows = new ArrayList<>();
        for (int at = 0; at < order.size(); at++) {
            rows.add(new Object[] {places.get(at), order.get(at).toString()});
        }
        many.batchUpdate("UPDATE pack_member SET position = ? WHERE id = ?", rows);
        told(pack, by);
    }

    /** One past the last. */
    int end(UUID pack) {
        return jdbc.sql("SELECT COALESCE(MAX(position), 0) + 1 FROM pack_member WHERE pack_id = ?")
                .param(pack.toString())
                .query(Integer.class)
                .single();
    }

    /** The places of up to {@code |steps|} seen members that a move passes, the nearest first. */
    private List<Integer> seenPlaces(UUID pack, int from, int steps, Reader by) {
        return jdbc.sql("SELECT m.position FROM pack_member m LEFT JOIN document d ON d.id = m.document_id"
                        + " WHERE m.pack_id = :pack AND m.position " + (steps < 0 ? "<" : ">") + " :from AND "
                        + PackMembers.SEEN + " ORDER BY m.position " + (steps < 0 ? "DESC" : "") + " LIMIT :steps")
                .params(PackMembers.parameters(
                        by, members.events(List.of(pack), by).keySet()))
                .param("pack", pack.toString())
                .param("from", from)
                .param("steps", Math.abs(steps))
                .query(Integer.class)
                .list();
    }

    private int place(UUID pack, UUID member, Reader by) {
        if (members.find(pack, member, by).isEmpty()) {
            throw new UnknownPack(member);
        }
        return Objects.requireNonNull(jdbc.sql("SELECT position FROM pack_member WHERE id = ?")
                .param(member.toString())
                .query(Integer.class)
                .single());
    }

    /** Makes room at a place and puts the member there. */
    private void put(UUID pack, UUID member, int place) {
        jdbc.sql("UPDATE pack_member SET position = position + 1 WHERE pack_id = ? AND position >= ?")
                .param(pack.toString())
                .param(place)
                .update();
        jdbc.sql("UPDATE pack_member SET position = ? WHERE id = ?")
                .param(place)
                .param(member.toString())
                .update();
    }

    private void told(UUID pack, Reader by) {
        desk.changed(pack);
        desk.tell(pack, "ordered", Map.of(), by);
    }
}
