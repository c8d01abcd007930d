package org.safercommunities.portal.agencies;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Many readers at once, as tables that only the current transaction sees: so that the rule of who may see a thing is asked for
 * thousands of people in one statement, and is the very rule that is asked for one.
 */
@Component
public class ManyReaders {

    /** The readers, to stand behind FROM or JOIN; {@code r.id} is the person. */
    public static final String TABLE = "reader_now r";

    private static final int BATCH = 2_000;

    private final JdbcTemplate jdbc;

    ManyReaders(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A condition with the parameters of {@link Reader#parameters} as the same condition over each row of {@link #TABLE}. */
    public static String forEach(String condition) {
        return condition
                .replace(":keys", "SELECT k.token FROM reader_key_now k WHERE k.reader = r.id")
                .replace(":editor", "r.editor")
                .replace(":me", "r.id");
    }

    /** Puts these readers, and no others, into the tables. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(Collection<Reader> readers) {
        jdbc.execute(
                "CREATE TEMPORARY TABLE IF NOT EXISTS reader_now (id UUID NOT NULL PRIMARY KEY, editor BOOLEAN NOT NULL)"
                        + " ENGINE = InnoDB DEFAULT CHARSET = utf8mb4");
        jdbc.execute(
                "CREATE TEMPORARY TABLE IF NOT EXISTS reader_key_now (reader UUID NOT NULL, token VARCHAR(140) NOT NULL,"
                        + " PRIMARY KEY (reader, token)) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4");
        jdbc.execute("DELETE FROM reader_now");
        jdbc.execute("DELETE FROM reader_key_now");
        jdbc.batchUpdate("INSERT INTO reader_now (id, editor) VALUES (?, ?)", readers, BATCH, (row, reader) -> {
            row.setString(1, reader.personId().toString());
            row.setBoolean(2, reader.is(Role.EDITOR));
        });
        List<String[]> keys = readers.stream()
                .flatMap(reader -> reader.tokens().stream()
                        .map(token -> new String[] {reader.personId().toString(), token}))
                .toList();
        jdbc.batchUpdate("INSERT INTO reader_key_now (reader, token) VALUES (?, ?)", keys, BATCH, (row, key) -> {
            row.setString(1, key[0]);
            row.setString(2, key[1]);
        });
    }
}
