package org.safercommunities.portal.library.packs;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes packs, says what they are, publishes them and takes them down. Editors do. */
@Service
@NamedInterface("packs")
public class PackDesk {

    private final JdbcClient jdbc;
    private final WhoMaySeePack whoMaySee;
    private final PackSearchEntries searchEntries;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    PackDesk(
            JdbcClient jdbc,
            WhoMaySeePack whoMaySee,
            PackSearchEntries searchEntries,
            ApplicationEventPublisher messages,
            Clock clock) {
        this.jdbc = jdbc;
        this.whoMaySee = whoMaySee;
        this.searchEntries = searchEntries;
        this.messages = messages;
        this.clock = clock;
    }

    /** Begins a pack as a draft. Returns its id. */
    @Transactional
    public UUID draft(PackDescription description, Reader by) {
        WhoMaySeePack.unlessEditor(by);
        UUID id = UUID.randomUUID();
        jdbc.sql("INSERT INTO pack (id, title, description, state, owner, agency, created_at, changed_at)"
                        + " VALUES (:id, :title, :description, 'DRAFT', :owner, :agency, :now, :now)")
                .param("id", id.toString())
                .param("title", description.title())
                .param("description", description.description())
                .param("owner", by.personId().toString())
                .param("agency", by.agencyId())
                .param("now", Sql.utc(clock.instant()))
                .update();
        lock(id, description);
        tell(id, "drafted", facts(description), by);
        return id;
    }

    @Transactional
    public void describe(UUID id, PackDescription description, Reader by) {
        hold(id, by);
        jdbc.sql("UPDATE pack SET title = ?, description = ? WHERE id = ?")
                .param(description.title())
                .param(description.description())
                .param(id.toString())
                .update();
        lock(id, description);
        changed(id);
        searchEntries.refresh(id);
        tell(id, "changed", facts(description), by);
    }

    /** Shows a pack to its audience; one that was taken down comes back with its first date. */
    @Transactional
    public void publish(UUID id, Reader by) {
        if (hold(id, by) != PackState.PUBLISHED) {
            jdbc.sql(
                            "UPDATE pack SET state = 'PUBLISHED', published_at = COALESCE(published_at, :now), changed_at = :now"
                                    + " WHERE id = :id")
                    .param("now", Sql.utc(clock.instant()))
                    .param("id", id.toString())
                    .update();
            searchEntries.refresh(id);
            tell(id, "published", Map.of(), by);
        }
    }

    /** Nobody but the team sees it from now on. What is in it stays where it is in the library. */
    @Transactional
    public void takeDown(UUID id, Reader by) {
        if (hold(id, by) != PackState.TAKEN_DOWN) {
            jdbc.sql("UPDATE pack SET state = 'TAKEN_DOWN' WHERE id = ?")
                    .param(id.toString())
                    .update();
            changed(id);
            searchEntries.refresh(id);
            tell(id, "taken-down", Map.of(), by);
        }
    }

    /** @param sha256 of a picture that was looked at and can be drawn; null for the drawn cover */
    @Transactional
    void cover(UUID id, @Nullable String sha256, @Nullable String mediaType, Reader by) {
        hold(id, by);
        jdbc.sql("UPDATE pack SET cover_sha256 = ?, cover_type = ? WHERE id = ?")
                .param(sha256)
                .param(mediaType)
                .param(id.toString())
                .update();
        changed(id);
        tell(id, "cover-changed", Map.of(), by);
    }

    /** The pack, held until the transaction ends, so that two who order it at once do so one after the other. */
    PackState hold(UUID id, Reader by) {
        PackState state = jdbc.sql("SELECT state FROM pack WHERE id = ? FOR UPDATE")
                .param(id.toString())
                .query((row, number) -> PackState.valueOf(row.getString("state")))
                .optional()
                .orElseThrow(() -> new UnknownPack(id));
        whoMaySee.unlessRuns(by, id);
        return state;
    }

    void changed(UUID id) {
        jdbc.sql("UPDATE pack SET changed_at = ? WHERE id = ?")
                .param(Sql.utc(clock.instant()))
                .param(id.toString())
                .update();
    }

    void tell(UUID id, String what, Map<String, String> details, Reader by) {
        messages.publishEvent(new PackMessage(id, what, details, by.actor()));
    }

    private void lock(UUID id, PackDescription description) {
        jdbc.sql("DELETE FROM pack_audience WHERE pack_id = ?")
                .param(id.toString())
                .update();
        for (String token : description.audience().tokens()) {
            jdbc.sql("INSERT INTO pack_audience (pack_id, token) VALUES (?, ?)")
                    .param(id.toString())
                    .param(token)
                    .update();
        }
    }

    private static Map<String, String> facts(PackDescription description) {
        return Map.of(
                "audience", description.audience().tokens().stream().sorted().collect(Collectors.joining(" ")));
    }
}
