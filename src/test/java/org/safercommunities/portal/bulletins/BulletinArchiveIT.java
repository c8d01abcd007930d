package org.safercommunities.portal.bulletins;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.bulletins.Block.Text;
import org.safercommunities.portal.notifications.Eventually;
import org.safercommunities.portal.search.Facet;
import org.safercommunities.portal.search.Search;
import org.safercommunities.portal.search.SearchHit;
import org.safercommunities.portal.search.SearchQuery;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The archive: what somebody may read, by words, kind and year, in as many statements however much there is. */
@PortalIT
class BulletinArchiveIT {

    private final BulletinWorld world;
    private final Search search;
    private final TransactionTemplate transaction;

    BulletinArchiveIT(@Autowired ApplicationContext portal) {
        world = new BulletinWorld(portal);
        search = portal.getBean(Search.class);
        transaction = new TransactionTemplate(portal.getBean(PlatformTransactionManager.class));
    }

    private UUID sent(String at, String words) {
        UUID bulletin = world.draft(new Text(words));
        world.order(bulletin);
        world.itsTimeHasCome(bulletin);
        world.jdbc
                .sql("UPDATE bulletin SET sent_at = ? WHERE id = ?")
                .params(LocalDateTime.parse(at), bulletin.toString())
                .update();
        return bulletin;
    }

    private List<UUID> archive(@org.jspecify.annotations.Nullable BulletinKind kind, int year, Reader reader) {
        List<UUID> found = world.bulletins.archive(kind, Year.of(year), 0, 100, reader).stream()
                .map(BulletinCard::id)
                .toList();
        assertThat(world.bulletins.countArchive(kind, Year.of(year), reader)).isEqualTo(found.size());
        return found;
    }

    @Test
    void isNarrowedByKindAndByTheYearAsKentHasIt() {
        Reader north = world.subscriber(world.north, "Rowan Weald");
        UUID last = sent("2024-12-31T23:30:00", "Words");
        UUID first = sent("2025-01-01T00:00:00", "Words");
        assertThat(archive(null, 2024, north)).containsExactly(last);
        assertThat(archive(BulletinKind.E_BULLETIN, 2025, north)).containsExactly(first);
        assertThat(archive(BulletinKind.NEWSLETTER, 2025, north)).isEmpty();
        assertThat(archive(null, 2023, north)).isEmpty();
        assertThat(world.bulletins.years(north)).containsExactly(Year.of(2025), Year.of(2024));
        Reader elsewhere = world.somebody.of(world.somebody.agency("Elsewhere"));
        assertThat(archive(null, 2024, elsewhere)).isEmpty();
        assertThat(world.bulletins.years(elsewhere)).isEmpty();
    }

    @Test
    void isFoundByWordsByThoseWhoMayReadIt() {
        Reader north = world.subscriber(world.north, "Rowan Weald");
        String word = "lantern" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");
        UUID bulletin = sent("2025-06-01T10:00:00", "Bring a **" + word + "** with you");
        SearchQuery query = SearchQuery.of(word).with(Facet.SOURCE, "bulletins").with(Facet.KIND, "e-bulletin");
        Eventually.holds(() -> assertThat(search.search(query, north).hits())
                .extracting(SearchHit::id)
                .containsExactly(bulletin));
        assertThat(search.search(query, north).hits().getFirst().snippetText())
                .contains("Bring a " + word + " with you");
        assertThat(search.search(query.with(Facet.KIND, "newsletter"), north).hits())
                .isEmpty();
        assertThat(search.search(query, world.somebody.of(world.somebody.agency("Elsewhere")))
                        .hits())
                .isEmpty();
    }

    @Test
    void takesTheSameStatementsHoweverManyThereAre() {
        Reader north = world.subscriber(world.north, "Rowan Weald");
        UUID bulletin = sent("2025-06-01T10:00:00", "Words");
        long few = statements(north);
        for (Map.Entry<String, String> each :
                Map.of("a", "2025-06-02", "b", "2024-06-02", "c", "2023-06-02").entrySet()) {
            sent(each.getValue() + "T10:00:00", "Words " + each.getKey() + bulletin);
        }
        assertThat(world.bulletins.countArchive(null, north)).isEqualTo(4);
        assertThat(statements(north)).isEqualTo(few).isLessThanOrEqualTo(4);
    }

    /** As the database counts them, on the connection of one transaction. */
    private long statements(Reader reader) {
        Long asked = transaction.execute(status -> {
            long before = questions();
            world.bulletins.countArchive(null, null, reader);
            world.bulletins.archive(null, null, 0, 25, reader);
            world.bulletins.years(reader);
            return questions() - before;
        });
        return asked == null ? 0 : asked;
    }

    private long questions() {
        return world.jdbc
                .sql("SELECT VARIABLE_VALUE FROM information_schema.SESSION_STATUS WHERE VARIABLE_NAME = 'QUESTIONS'")
                .query(Long.class)
                .single();
    }
}
