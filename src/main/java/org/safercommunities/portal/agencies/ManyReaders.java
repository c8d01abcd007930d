package org.safercommunities.portal.agencies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
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

    private static final int AT_ONCE = 1_000;

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
        List<Object[]> people = new ArrayList<>();
        List<Object[]> keys = new ArrayList<>();
        for (Reader reader : readers) {
            String id = reader.personId().toString();
            people.add(new Object[] {id, reader.is(Role.EDITOR)});
            reader.tokens().forEach(token -> keys.add(new Object[] {id, token}));
        }
        insert("INSERT INTO reader_now (id, editor) VALUES ", people);
        insert("INSERT INTO reader_key_now (reader, token) VALUES ", keys);
    }

    /** Many rows to a statement: a statement for each would take longer than the question that follows. */
    private void insert(String into, List<Object[]> rows) {
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            List<Object[]> some = rows.subList(from, Math.min(rows.size(), from + AT_ONCE));
            jdbc.update(
                    into + String.join(", ", Collections.nCopies(some.size(), "(?, ?)")),
                    some.stream().flatMap(Arrays::stream).toArray());
        }
    }
}
