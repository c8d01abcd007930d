package org.safercommunities.portal.library.use;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.safercommunities.portal.shared.Dates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Words for which somebody found nothing that they may see: how often a day, and never who it was. Addresses and long numbers, which
 * would name people, are left out before anything is kept.
 */
@Service
public class SearchesInVain {

    private static final int LONGEST = 100;

    /** So that nobody fills the table: more different words a day tell the team nothing. */
    private static final int MOST_A_DAY = 2_000;

    private static final Pattern ADDRESS = Pattern.compile("\\S*@\\S*");

    /** Six digits or more, however they are set apart: telephone, crime and case numbers, dates of birth. */
    private static final Pattern NUMBER = Pattern.compile("[+(]?\\d(?:[\\s().,/_-]*\\d){5,}");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cc}\\p{Z}]+");

    private final JdbcClient jdbc;
    private final Clock clock;

    SearchesInVain(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void note(String typed) {
        String words = kept(typed);
        if (words.isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), Dates.KENT);
        int known = jdbc.sql("UPDATE search_without_result SET times = times + 1 WHERE day = ? AND words = ?")
                .params(today, words)
                .update();
        if (known == 0) {
            jdbc.sql("""
                    INSERT INTO search_without_result (day, words, times)
                    SELECT :day, :words, 1 FROM DUAL
                     WHERE (SELECT COUNT(*) FROM search_without_result WHERE day = :day) < :most
                    ON DUPLICATE KEY UPDATE times = times + 1
                    """)
                    .param("day", today)
                    .param("words", words)
                    .param("most", MOST_A_DAY)
                    .update();
        }
    }

    /** What is kept of what was typed; empty when nothing is. */
    static String kept(String typed) {
        String plain = NUMBER.matcher(ADDRESS.matcher(typed).replaceAll(" ")).replaceAll(" ");
        String words = BLANKS.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.UK);
        return words.length() < 2 ? "" : cut(words);
    }

    private static String cut(String words) {
        if (words.length() <= LONGEST) {
            return words;
        }
        int end = Character.isHighSurrogate(words.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return words.substring(0, end).strip();
    }
}
