package org.safercommunities.portal.library.packs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.Audience;
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
    private final DelegatesOfPack delegates;
    private final ObjectProvider<PackEvents> packEvents;
    private final Readers readers;

    PackGaps(
            JdbcClient jdbc,
            WhoMaySeePack whoMaySee,
            PackMembers members,
            Packs packs,
            DelegatesOfPack delegates,
            ObjectProvider<PackEvents> packEvents,
            Readers readers) {
        this.jdbc = jdbc;
        this.whoMaySee = whoMaySee;
        this.members = members;
        this.packs = packs;
        this.delegates = delegates;
        this.packEvents = packEvents;
        this.readers = readers;
    }

    /** A member that some do not see, and who that is, in words. */
    public record Gap(String title, String who) {}

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

    /** Those that some delegates cannot see, or some who book later could not, who are let in to the pack whatever its audience is. */
    // Not read-only: the readers are held in tables of the transaction
    @Transactional
    public List<Gap> ofDelegates(UUID pack, Reader by) {
        whoMaySee.unlessRuns(by, pack);
        return delegates.shut(pack, by).stream()
                .map(one -> new Gap(one.title(), who(one.people().size())))
                .toList();
    }

    private static String who(int people) {
        return switch (people) {
            case 0 -> "Not everyone who may book could open it";
            case 1 -> "1 delegate cannot open it";
            default -> "%d delegates cannot open it".formatted(people);
        };
    }

    /** Titles of those that were opened to delegates. */
    @Transactional(readOnly = true)
    public List<String> opened(UUID pack, Reader by) {
        whoMaySee.unlessRuns(by, pack);
        return delegates.opened(pack, by).stream()
                .map(DelegatesOfPack.Opened::title)
                .toList();
    }

    /**
     * What people of an agency see of a pack, who are in no group and named nowhere; of what this editor sees too. Titles in their
     * order, at most {@value #MOST}.
     */
    @Transactional(readOnly = true)
    public List<String> seenBy(String agency, UUID pack, Reader by) {
        whoMaySee.unlessRuns(by, pack);
        Reader them = readers.anybodyOf(agency);
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
