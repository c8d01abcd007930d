package org.safercommunities.portal.library.packs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.ManyReaders;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.library.WhoMaySeeDocument;
import org.safercommunities.portal.shared.Sql;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which members of a pack some of those whom it is for cannot see, so that its editor knows before they do. Only of members that
 * the editor may see.
 */
@Service
@NamedInterface("packs")
public class PackGaps {

    /** So many are named; whoever has more of them looks at the audience first. */
    public static final int MOST = 100;

    /** Whether every lock of the pack is one of the document too, or the document is for everyone. */
    private static final String FOR_FEWER = """
            NOT EXISTS (SELECT 1 FROM document_audience a WHERE a.document_id = d.id AND a.token = 'everyone')
              AND EXISTS (SELECT 1 FROM pack_audience a WHERE a.pack_id = m.pack_id AND a.token <> 'editors'
                AND NOT EXISTS (SELECT 1 FROM document_audience l WHERE l.document_id = d.id AND l.token = a.token))
            """;

    private final JdbcClient jdbc;
    private final WhoMaySeePack whoMaySee;
    private final PackMembers members;
    private final Packs packs;
    private final Readers readers;
    private final ManyReaders manyReaders;
    private final ObjectProvider<PackEvents> packEvents;

    PackGaps(
            JdbcClient jdbc,
            WhoMaySeePack whoMaySee,
            PackMembers members,
            Packs packs,
            Readers readers,
            ManyReaders manyReaders,
            ObjectProvider<PackEvents> packEvents) {
        this.jdbc = jdbc;
        this.whoMaySee = whoMaySee;
        this.members = members;
        this.packs = packs;
        this.readers = readers;
        this.manyReaders = manyReaders;
        this.packEvents = packEvents;
    }

    /** A member that some do not see, and who that is, in words. */
    public record Gap(String title, String who) {}

    /**
     * A document that some delegates cannot see.
     *
     * @param people who they are
     */
    record Shut(UUID document, String title, Set<UUID> people) {}

    /** Those that not everybody sees whom the pack is for. */
    @Transactional(readOnly = true)
    public List<Gap> ofAudience(UUID pack, Reader by) {
        whoMaySee.unlessRuns(by, pack);
        List<Gap> gaps = new ArrayList<>(jdbc.sql("SELECT d.title, d.state, " + FOR_FEWER + " AS fewer"
                        + " FROM pack_member m JOIN document d ON d.id = m.document_id WHERE m.pack_id = :pack AND "
                        + WhoMaySeeDocument.CONDITION + " AND (d.state <> 'PUBLISHED' OR " + FOR_FEWER
                        + ") ORDER BY m.position LIMIT :most")
                .params(by.parameters())
                .param("pack", pack.toString())
                .param("most", MOST)
                .query((row, number) -> new Gap(
                        row.getString("title"),
                        "PUBLISHED".equals(row.getString("state"))
                                ? "It is for fewer people than the pack"
                                : "It is a draft: only editors see it"))
                .list());
        eventGaps(pack, by, gaps);
        return gaps;
    }

    private void eventGaps(UUID pack, Reader by, List<Gap> gaps) {
        Map<UUID, PackEvent> events = members.events(List.of(pack), by);
        PackEvents rule = packEvents.getIfAvailable();
        if (events.isEmpty() || rule == null) {
            return;
        }
        Set<String> wanted = new HashSet<>(packs.find(pack, by)
                .map(details -> details.description().audience().tokens())
                .orElse(Set.of()));
        wanted.remove("editors");
        rule.locks(events.keySet()).forEach((event, locks) -> {
            if (!locks.containsAll(Audience.ofEveryone().tokens()) && !locks.containsAll(wanted)) {
                gaps.add(new Gap(
                        java.util.Objects.requireNonNull(events.get(event)).title(),
                        "The event is for fewer people than the pack"));
            }
        });
    }

    /** How many people are let in as delegates of events that hand the pack out. */
    @Transactional(readOnly = true)
    public int delegates(UUID pack, Reader by) {
        whoMaySee.unlessRuns(by, pack);
        return delegates(pack).size();
    }

    /** Those that some delegates cannot see, who are let in to the pack whatever its audience is. */
    // Not read-only: the readers are held in tables of the transaction
    @Transactional
    public List<Gap> ofDelegates(UUID pack, Reader by) {
        whoMaySee.unlessRuns(by, pack);
        return shut(pack, by).stream()
                .map(one -> new Gap(
                        one.title(),
                        one.people().size() == 1
                                ? "1 delegate cannot open it"
                                : "%d delegates cannot open it"
                                        .formatted(one.people().size())))
                .toList();
    }

    /** Within the caller’s transaction. */
    List<Shut> shut(UUID pack, Reader by) {
        List<Reader> people = readers.ofAll(delegates(pack));
        if (people.isEmpty()) {
            return List.of();
        }
        manyReaders.hold(people);
        Map<UUID, Shut> shut = new java.util.LinkedHashMap<>();
        jdbc.sql("SELECT d.id, d.title, r.id AS person FROM (SELECT m.document_id, m.position FROM pack_member m"
                        + " JOIN document d ON d.id = m.document_id WHERE m.pack_id = :pack AND d.state = 'PUBLISHED' AND "
                        + WhoMaySeeDocument.CONDITION + " ORDER BY m.position LIMIT :most) o"
                        + " JOIN document d ON d.id = o.document_id JOIN " + ManyReaders.TABLE + " WHERE NOT "
                        + ManyReaders.forEach(WhoMaySeeDocument.CONDITION) + " ORDER BY o.position")
                .params(new HashMap<>(by.parameters()))
                .param("pack", pack.toString())
                .param("most", 10 * MOST)
                .query(row -> {
                    UUID id = Sql.id(row, "id");
                    String title = row.getString("title");
                    shut.computeIfAbsent(id, any -> new Shut(id, title, new HashSet<>()))
                            .people()
                            .add(Sql.id(row, "person"));
                });
        return List.copyOf(shut.values());
    }

    private List<UUID> delegates(UUID pack) {
        return jdbc.sql("SELECT DISTINCT person_id FROM pack_delegate WHERE pack_id = ?")
                .param(pack.toString())
                .query((row, number) -> Sql.id(row, "person_id"))
                .list();
    }

    /**
     * What people of an agency see of a pack, who are in no group and named nowhere; of what this editor sees too. Titles in their
     * order, at most {@value #MOST}.
     */
    @Transactional(readOnly = true)
    public List<String> seenBy(String agency, UUID pack, Reader by) {
        whoMaySee.unlessRuns(by, pack);
        Reader them = new Reader(new UUID(0, 0), agency, Set.of(agency), Set.of(), Set.of());
        if (packs.find(pack, by)
                .filter(details -> details.description().audience().admits(them))
                .isEmpty()) {
            return List.of();
        }
        Map<UUID, PackEvent> events = members.events(List.of(pack), by);
        Set<UUID> theirs = new HashSet<>(members.events(List.of(pack), them).keySet());
        theirs.retainAll(events.keySet());
        Map<String, Object> parameters = PackMembers.parameters(by, theirs);
        them.parameters().forEach((name, value) -> parameters.put("their" + name, value));
        return jdbc.sql("SELECT COALESCE(d.title, m.title) AS title, m.event_id FROM pack_member m"
                        + " LEFT JOIN document d ON d.id = m.document_id WHERE m.pack_id = :pack AND "
                        + PackMembers.SEEN
                        + " AND (m.kind <> 'DOCUMENT' OR " + ofThem(WhoMaySeeDocument.CONDITION)
                        + ") ORDER BY m.position LIMIT :most")
                .params(parameters)
                .param("pack", pack.toString())
                .param("most", MOST)
                .query((row, number) -> {
                    UUID event = Sql.idOrNull(row, "event_id");
                    PackEvent shown = event == null ? null : events.get(event);
                    return shown == null ? row.getString("title") : shown.title();
                })
                .list();
    }

    /** The same rule, asked of the other reader in the same statement. */
    private static String ofThem(String condition) {
        return condition
                .replace(":keys", ":theirkeys")
                .replace(":editor", ":theireditor")
                .replace(":me", ":theirme");
    }
}
