package org.safercommunities.portal.events;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.packs.PackDetails;
import org.safercommunities.portal.library.packs.PackMembers;
import org.safercommunities.portal.library.packs.Packs;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pack of the library that an event hands to its delegates. Whoever has a confirmed place is let in to the pack by that, for
 * as long as they have it, and reads what was opened to delegates in it; the rest of it keeps its own rule.
 */
@Service
public class HandedPacks {

    private final JdbcClient jdbc;
    private final WhoMaySeeEvent whoMaySee;
    private final Packs packs;
    private final PackMembers members;
    private final ApplicationEventPublisher messages;

    HandedPacks(
            JdbcClient jdbc,
            WhoMaySeeEvent whoMaySee,
            Packs packs,
            PackMembers members,
            ApplicationEventPublisher messages) {
        this.jdbc = jdbc;
        this.whoMaySee = whoMaySee;
        this.packs = packs;
        this.members = members;
        this.messages = messages;
    }

    /** The event’s pack, if this person may see both. */
    @Transactional(readOnly = true)
    public Optional<PackDetails> of(UUID event, Reader reader) {
        return chosen(event).filter(any -> whoMaySee.admits(reader, event)).flatMap(pack -> packs.find(pack, reader));
    }

    /**
     * A pack by its id and title.
     *
     * @param marking the highest of what this person sees in it
     */
    public record Named(UUID id, String title, Marking marking) {}

    /**
     * The packs of events, as far as this person may open them; three statements for all of them. The caller knows that the events
     * are theirs to see.
     */
    @Transactional(readOnly = true)
    public Map<UUID, Named> named(Collection<UUID> events, Reader reader) {
        if (events.isEmpty()) {
            return Map.of();
        }
        Map<UUID, UUID> chosen = new HashMap<>();
        jdbc.sql("SELECT event_id, pack_id FROM event_pack WHERE event_id IN (:events)")
                .param("events", events.stream().map(UUID::toString).toList())
                .query(row -> {
                    chosen.put(Sql.id(row, "event_id"), Sql.id(row, "pack_id"));
                });
        Map<UUID, String> titles = packs.titles(Set.copyOf(chosen.values()), reader);
        Map<UUID, Marking> markings = members.markings(titles.keySet(), reader);
        Map<UUID, Named> named = new HashMap<>();
        chosen.forEach((event, pack) -> {
            String title = titles.get(pack);
            if (title != null) {
                named.put(event, new Named(pack, title, markings.getOrDefault(pack, Marking.OFFICIAL)));
            }
        });
        return named;
    }

    /** @throws InvalidEvent when there is no such pack that this editor may change */
    @Transactional
    public void hand(UUID event, UUID pack, Reader by) {
        whoMaySee.unlessRuns(by, event);
        InvalidEvent.unless(
                packs.find(pack, by).filter(PackDetails::mayChange).isPresent(),
                "pack",
                "Choose a pack of the library");
        jdbc.sql(
                        "INSERT INTO event_pack (event_id, pack_id) VALUES (?, ?) ON DUPLICATE KEY UPDATE pack_id = VALUES(pack_id)")
                .param(event.toString())
                .param(pack.toString())
                .update();
        tell(event, "pack-handed", pack, by);
    }

    @Transactional
    public void takeBack(UUID event, Reader by) {
        whoMaySee.unlessRuns(by, event);
        chosen(event).ifPresent(pack -> {
            jdbc.sql("DELETE FROM event_pack WHERE event_id = ?")
                    .param(event.toString())
                    .update();
            tell(event, "pack-taken-back", pack, by);
        });
    }

    private Optional<UUID> chosen(UUID event) {
        return jdbc.sql("SELECT pack_id FROM event_pack WHERE event_id = ?")
                .param(event.toString())
                .query((row, number) -> Sql.id(row, "pack_id"))
                .optional();
    }

    private void tell(UUID event, String what, UUID pack, Reader by) {
        messages.publishEvent(new EventMessage(event, what, Map.of("pack", pack.toString()), by.actor()));
    }
}
