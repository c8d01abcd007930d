package org.safercommunities.portal.library.use;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.safercommunities.portal.shared.Dates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets who read what after the time that figures go back to, and words of searches. */
@Component
class OldFigures {

    static final Period READS = Period.ofMonths(13);
    static final Period WORDS = Period.ofYears(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    OldFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Some of it. Returns how many rows there were. */
    @Transactional
    int forgetReads() {
        return jdbc.sql("DELETE FROM library_read WHERE day < ? LIMIT 5000")
                .param(before(clock.instant(), READS))
                .update();
    }

    /** Some of it. Returns how many rows there were. */
    @Transactional
    int forgetWords() {
        return jdbc.sql("DELETE FROM search_without_result WHERE day < ? LIMIT 5000")
                .param(before(clock.instant(), WORDS))
                .update();
    }

    long readsDue(Instant by) {
        return count("library_read", before(by, READS));
    }

    long wordsDue(Instant by) {
        return count("search_without_result", before(by, WORDS));
    }

    private long count(String table, LocalDate before) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table + " WHERE day < ?")
                .param(before)
                .query(Long.class)
                .single();
    }

    private static LocalDate before(Instant by, Period kept) {
        return LocalDate.ofInstant(by, Dates.KENT).minus(kept);
    }
}
