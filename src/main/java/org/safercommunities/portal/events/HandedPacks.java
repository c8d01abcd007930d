package org.safercommunities.portal.events;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.packs.PackDetails;
import org.safercommunities.portal.library.packs.Packs;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pack of the library that an event hands to its delegates. Whoever has a confirmed place is let in to the pack by that, for
 * as long as they have it; what is in it each keeps its own rule.
 */
@Service
public class HandedPacks {

    private final JdbcClient jdbc;
    private final WhoMaySeeEvent whoMaySee;
    private final Packs packs;
    private final ApplicationEventPublisher messages;

    HandedPacks(JdbcClient jdbc, WhoMaySeeEvent whoMaySee, Packs packs, ApplicationEventPublisher messages) {
        this.jdbc = jdbc;
        this.whoMaySee = whoMaySee;
        this.packs = packs;
        this.messages = messages;
    }

    /** The event’s pack, if this person may see both. */
    @Transactional(readOnly = true)
    public Optional<PackDetails> of(UUID event, Reader reader) {
        return chosen(event).filter(any -> whoMaySee.admits(reader, event)).flatMap(pack -> packs.find(pack, reader));
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
