package org.safercommunities.portal.bulletins;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.safercommunities.portal.shared.ReaderCounts;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Readers as the tables count them; of what is too old to be counted on, only what was shown is kept. */
@Component
class ReaderCountRows {

    static final String NO_AGENCY = "-";
    private static final String OTHERS = "*";

    /** Longer than anybody is counted, so that nobody who is being noted just now is lost. */
    private static final Duration KEPT = BulletinReads.COUNTED.plusDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    ReaderCountRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    ReaderCounts of(UUID bulletin) {
        Map<String, Integer> kept = counts(
                "SELECT agency, readers FROM bulletin_readers WHERE bulletin_id = ? ORDER BY readers DESC, agency",
                bulletin);
        if (kept.isEmpty()) {
            return ReaderCounts.of(counts(
                    "SELECT agency, COUNT(*) AS readers FROM bulletin_read WHERE bulletin_id = ? GROUP BY agency",
                    bulletin));
        }
        Integer others = kept.remove(OTHERS);
        return new ReaderCounts(kept, others == null ? OptionalInt.empty() : OptionalInt.of(others));
    }

    /** Puts what is shown in place of pseudonyms, for every bulletin whose time is over. Returns how many there were. */
    @Transactional
    int fold() {
        List<UUID> over = jdbc.sql("""
                SELECT s.bulletin_id FROM bulletin_salt s JOIN bulletin b ON b.id = s.bulletin_id
                 WHERE b.sent_at < ? ORDER BY s.bulletin_id LIMIT 100 FOR UPDATE
                """)
                .param(Sql.utc(clock.instant().minus(KEPT)))
                .query((row, number) -> Sql.id(row, "bulletin_id"))
                .list();
        over.forEach(this::fold);
        return over.size();
    }

    long due(Instant by) {
        return jdbc.sql(
                        "SELECT COUNT(*) FROM bulletin_salt s JOIN bulletin b ON b.id = s.bulletin_id WHERE b.sent_at < ?")
                .param(Sql.utc(by.minus(KEPT)))
                .query(Long.class)
                .single();
    }

    private void fold(UUID bulletin) {
        ReaderCounts figures = of(bulletin);
        Map<String, Integer> kept = new HashMap<>(figures.byAgency());
        figures.others().ifPresent(readers -> kept.put(OTHERS, readers));
        kept.forEach((agency, readers) -> jdbc.sql(
                        "INSERT INTO bulletin_readers (bulletin_id, agency, readers) VALUES (?, ?, ?)")
                .params(bulletin.toString(), agency, readers)
                .update());
        for (String table : List.of("bulletin_read", "bulletin_salt")) {
            jdbc.sql("DELETE FROM %s WHERE bulletin_id = ?".formatted(table))
                    .param(bulletin.toString())
                    .update();
        }
    }

    private Map<String, Integer> counts(String statement, UUID bulletin) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        jdbc.sql(statement).param(bulletin.toString()).query(row -> {
            counts.put(row.getString("agency"), row.getInt("readers"));
        });
        return counts;
    }
}
