package org.safercommunities.portal.bulletins;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has a bulletin open to write it, and in which block they are, on whatever node. Pages say every now and then that they are
 * still there; one that falls silent is taken for closed within a minute.
 */
@Service
public class BulletinPresence {

    /** How often a page says that it is still there. */
    public static final Duration SAYS_SO_EVERY = Duration.ofSeconds(15);

    /** Two words of it may be lost on the way. */
    private static final Duration TAKEN_FOR_OPEN = Duration.ofSeconds(40);

    private static final Duration KEPT = Duration.ofHours(1);
    private static final int LONGEST_BLOCK = 40;

    private final JdbcClient jdbc;
    private final PersonList people;
    private final Clock clock;

    BulletinPresence(JdbcClient jdbc, PersonList people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Somebody else who has it open.
     *
     * @param block id of the block that they are in; empty when they are in none
     */
    public record Other(UUID person, String name, String block) {}

    /** A page opens. */
    @Transactional
    public void open(UUID page, UUID bulletin, Reader by) {
        stay(page, bulletin, "", by);
        jdbc.sql("DELETE FROM bulletin_open WHERE seen_at < ?")
                .param(Sql.utc(clock.instant().minus(KEPT)))
                .update();
    }

    /** It is still there, with the caret in this block. */
    @Transactional
    public void stay(UUID page, UUID bulletin, String block, Reader by) {
        WhoRunsBulletins.unlessStaff(by);
        jdbc.sql("""
                INSERT INTO bulletin_open (page, bulletin_id, person_id, block, seen_at) VALUES (?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE block = VALUES(block), seen_at = VALUES(seen_at)
                """)
                .param(page.toString())
                .param(bulletin.toString())
                .param(by.personId().toString())
                .param(block.length() > LONGEST_BLOCK ? "" : block)
                .param(Sql.utc(clock.instant()))
                .update();
    }

    /** It closes. */
    @Transactional
    public void leave(UUID page) {
        jdbc.sql("DELETE FROM bulletin_open WHERE page = ?")
                .param(page.toString())
                .update();
    }

    /** Everybody else who has it open, by name; each person once, with the block that they were in last. */
    @Transactional(readOnly = true)
    public List<Other> others(UUID bulletin, Reader by) {
        WhoRunsBulletins.unlessStaff(by);
        Instant since = clock.instant().minus(TAKEN_FOR_OPEN);
        Map<UUID, String> blocks = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT person_id, block FROM bulletin_open WHERE bulletin_id = ? AND seen_at > ? AND person_id <> ?
                 ORDER BY block = '' DESC, seen_at
                """)
                .param(bulletin.toString())
                .param(Sql.utc(since))
                .param(by.personId().toString())
                .query(row -> {
                    blocks.put(Sql.id(row, "person_id"), row.getString("block"));
                });
        Map<UUID, String> names = people.names(blocks.keySet());
        return blocks.entrySet().stream()
                .map(each -> new Other(each.getKey(), names.getOrDefault(each.getKey(), "Somebody"), each.getValue()))
                .sorted(java.util.Comparator.comparing(Other::name).thenComparing(Other::person))
                .toList();
    }
}
