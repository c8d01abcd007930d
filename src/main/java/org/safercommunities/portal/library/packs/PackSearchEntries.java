package org.safercommunities.portal.library.packs;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.library.DelegateKey;
import org.safercommunities.portal.search.SearchEntry;
import org.safercommunities.portal.search.SearchIndex;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says to search what of a published pack can be found: its own words and never those of its members, which may not be for
 * whoever finds the pack; and by whom: by its audience.
 */
@Component
class PackSearchEntries {

    static final String SOURCE = "collections";
    static final String KIND = "pack";
    private static final ZoneId KENT = ZoneId.of("Europe/London");

    private final SearchIndex index;
    private final JdbcClient jdbc;

    PackSearchEntries(SearchIndex index, JdbcClient jdbc) {
        this.index = index;
        this.jdbc = jdbc;
    }

    /** As the pack stands now; takes it out of search when it is not published. */
    void refresh(UUID pack) {
        Set<String> locks = new HashSet<>(jdbc.sql("SELECT token FROM pack_audience WHERE pack_id = ?")
                .param(pack.toString())
                .query(String.class)
                .list());
        locks.add(DelegateKey.of(pack));
        jdbc.sql("SELECT * FROM pack WHERE id = ? AND state = 'PUBLISHED'")
                .param(pack.toString())
                .query((row, number) -> new SearchEntry(
                        SOURCE,
                        pack,
                        row.getString("title"),
                        row.getString("description"),
                        "",
                        KIND,
                        Set.of(),
                        row.getString("agency"),
                        LocalDate.ofInstant(Sql.moment(row, "published_at"), KENT),
                        "library/collections/" + pack,
                        locks,
                        Map.of(
                                SearchEntry.PUBLISHED,
                                Sql.moment(row, "published_at").toString())))
                .optional()
                .ifPresentOrElse(index::put, () -> index.remove(SOURCE, pack));
    }
}
