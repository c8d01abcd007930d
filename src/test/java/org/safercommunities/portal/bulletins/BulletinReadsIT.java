package org.safercommunities.portal.bulletins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.bulletins.Block.Text;
import org.safercommunities.portal.shared.ReaderCounts;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

/** Readers are counted once each, under no name, and forgotten for their number. */
@PortalIT
class BulletinReadsIT {

    private final BulletinWorld world;
    private final BulletinReads reads;
    private final ReaderCountRows rows;
    private final OwnSubscriberData ownData;

    BulletinReadsIT(@Autowired ApplicationContext portal) {
        world = new BulletinWorld(portal);
        reads = portal.getBean(BulletinReads.class);
        rows = portal.getBean(ReaderCountRows.class);
        ownData = portal.getBean(OwnSubscriberData.class);
    }

    private UUID sent() {
        world.subscriber(world.north, "Rowan Weald");
        UUID bulletin = world.draft(new Text("News"));
        world.order(bulletin);
        world.itsTimeHasCome(bulletin);
        return bulletin;
    }

    private void read(UUID bulletin, String agency, int readers) {
        for (int i = 0; i < readers; i++) {
            reads.note(
                    bulletin,
                    new Reader(
                            UUID.randomUUID(),
                            agency,
                            java.util.Set.of(agency),
                            java.util.Set.of(),
                            java.util.Set.of()));
        }
    }

    private int rowsOf(String table, UUID bulletin) {
        return world.jdbc
                .sql("SELECT COUNT(*) FROM %s WHERE bulletin_id = ?".formatted(table))
                .param(bulletin.toString())
                .query(Integer.class)
                .single();
    }

    @Test
    void countsEachPersonOnceAndNoEditor() throws IOException {
        UUID bulletin = sent();
        Reader rowan = world.somebody.of(world.north);
        reads.note(bulletin, rowan);
        reads.note(bulletin, rowan);
        reads.note(bulletin, world.second);
        read(bulletin, world.north, 9);
        read(bulletin, world.south, 3);
        assertThat(rowsOf("bulletin_read", bulletin)).isEqualTo(13);
        ReaderCounts figures = reads.figures(bulletin, world.editor);
        assertThat(figures).isEqualTo(new ReaderCounts(Map.of(world.north, 10), OptionalInt.empty()));
        assertThat(reads.isNoted(bulletin, rowan.personId())).isTrue();
        assertThat(ownData.of(rowan.personId()).toString())
                .as("their own copy of what is held on them")
                .contains("read", bulletin.toString());
        StringBuilder file = new StringBuilder();
        reads.export(bulletin, file, world.editor);
        assertThat(file.toString()).contains("Agency,Readers", ",10").doesNotContain(",3", "South");
        assertThatThrownBy(() -> reads.figures(bulletin, rowan)).isInstanceOf(AccessDeniedException.class);
        assertThat(world.jdbc
                        .sql("SELECT HEX(reader) FROM bulletin_read WHERE bulletin_id = ?")
                        .param(bulletin.toString())
                        .query(String.class)
                        .list())
                .as("nobody's id")
                .doesNotContain(rowan.personId().toString().replace("-", "").toUpperCase(java.util.Locale.ROOT));
    }

    @Test
    void keepsOnlyWhatIsShownAfterNinetyDays() {
        UUID bulletin = sent();
        read(bulletin, world.north, 11);
        read(bulletin, world.south, 9);
        read(bulletin, "elsewhere", 2);
        ReaderCounts before = reads.figures(bulletin, world.editor);
        assertThat(before.others()).hasValue(11);
        rows.fold();
        assertThat(rowsOf("bulletin_read", bulletin)).as("not yet").isEqualTo(22);
        world.jdbc
                .sql("UPDATE bulletin SET sent_at = ? WHERE id = ?")
                .params(Sql.utc(Instant.now().minus(Duration.ofDays(92))), bulletin.toString())
                .update();
        rows.fold();
        assertThat(rowsOf("bulletin_read", bulletin)).isZero();
        assertThat(rowsOf("bulletin_salt", bulletin)).isZero();
        assertThat(reads.figures(bulletin, world.editor)).isEqualTo(before);
        read(bulletin, world.north, 1);
        assertThat(rowsOf("bulletin_read", bulletin))
                .as("nobody is counted any more")
                .isZero();
    }

    @Test
    void draftsHaveNoReaders() {
        UUID draft = world.draft(new Text("News"));
        read(draft, world.north, 1);
        assertThat(rowsOf("bulletin_read", draft)).isZero();
    }
}
