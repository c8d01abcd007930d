package org.safercommunities.portal.bulletins;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what each edition said, so that nothing that was written is lost. */
@Component
class BulletinEditions {

    /** Somebody who types is saved every few seconds; one edition for each such span is enough to go back to. */
    private static final Duration ONE_SITTING = Duration.ofMinutes(10);

    private final JdbcClient jdbc;

    BulletinEditions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the bulletin as it is now, in the place of what the same editor kept just before; the bulletin is held. */
    void keep(Bulletin bulletin) {
        newest(bulletin.id())
                .filter(before -> before.editor().equals(bulletin.lastEditor()))
                .filter(before -> startOfSitting(bulletin.id(), before)
                        .filter(start -> start.plus(ONE_SITTING).isAfter(bulletin.changedAt()))
                        .isPresent())
                .ifPresent(before -> jdbc.sql("DELETE FROM bulletin_edition WHERE bulletin_id = ? AND edition = ?")
                        .param(bulletin.id().toString())
                        .param(before.edition())
                        .update());
        jdbc.sql("""
                INSERT INTO bulletin_edition (bulletin_id, edition, editor, at, title, subject, blocks)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
                .param(bulletin.id().toString())
                .param(bulletin.edition())
                .param(bulletin.lastEditor().toString())
                .param(Sql.utc(bulletin.changedAt()))
                .param(bulletin.title())
                .param(bulletin.subject())
                .param(bulletin.blocks().json())
                .update();
    }

    /** When what stands before the newest edition was kept: a sitting lasts from there, however often it was saved. */
    private Optional<java.time.Instant> startOfSitting(UUID bulletin, BulletinEdition newest) {
        return jdbc.sql("""
                SELECT at FROM bulletin_edition WHERE bulletin_id = ? AND edition < ? ORDER BY edition DESC LIMIT 1
                """)
                .param(bulletin.toString())
                .param(newest.edition())
                .query((row, number) -> Sql.moment(row, "at"))
                .optional();
    }

    List<BulletinEdition> all(UUID bulletin) {
        return jdbc.sql("SELECT * FROM bulletin_edition WHERE bulletin_id = ? ORDER BY edition DESC LIMIT 200")
                .param(bulletin.toString())
                .query(BulletinEditions::edition)
                .list();
    }

    Optional<BulletinEdition> find(UUID bulletin, int edition) {
        return jdbc.sql("SELECT * FROM bulletin_edition WHERE bulletin_id = ? AND edition = ?")
                .param(bulletin.toString())
                .param(edition)
                .query(BulletinEditions::edition)
                .optional();
    }

    void forget(UUID bulletin) {
        jdbc.sql("DELETE FROM bulletin_edition WHERE bulletin_id = ?")
                .param(bulletin.toString())
                .update();
    }

    private Optional<BulletinEdition> newest(UUID bulletin) {
        return jdbc.sql("SELECT * FROM bulletin_edition WHERE bulletin_id = ? ORDER BY edition DESC LIMIT 1")
                .param(bulletin.toString())
                .query(BulletinEditions::edition)
                .optional();
    }

    private static BulletinEdition edition(ResultSet row, int number) throws SQLException {
        return new BulletinEdition(
                row.getInt("edition"),
                Sql.id(row, "editor"),
                Sql.moment(row, "at"),
                row.getString("title"),
                row.getString("subject"),
                Blocks.ofJson(row.getString("blocks")));
    }
}
