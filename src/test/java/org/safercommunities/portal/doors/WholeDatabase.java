package org.safercommunities.portal.doors;

import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks through every column of every table for words, as somebody with the whole database in their hands would. */
final class WholeDatabase {

    private static final Pattern UUIDS =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final JdbcClient jdbc;

    WholeDatabase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param row everything in the row where it was found, by column, moments as the copy writes them */
    record Hit(String table, String column, Map<String, String> row) {

        String where() {
            return table + "." + column;
        }

        /** Ids, moments and longer words of the row that say which it is, beside those of the person. */
        Collection<String> marks(Collection<String> ofPerson) {
            List<String> marks = new ArrayList<>();
            row.forEach((name, value) -> {
                Matcher ids = UUIDS.matcher(value);
                while (ids.find()) {
                    marks.add(ids.group());
                }
                if (value.matches("20\\d\\d-\\d\\d-\\d\\dT.*Z")) {
                    marks.add(value.replaceAll("\\.?0*Z$", ""));
                } else if (value.length() >= 6 && !name.equals("agency")) {
                    marks.add(value);
                }
            });
            marks.removeAll(ofPerson);
            return marks;
        }
    }

    List<Hit> find(Collection<String> words) {
        Map<String, List<String>> tables = new TreeMap<>();
        jdbc.sql("""
                SELECT c.table_name AS t, c.column_name AS n FROM information_schema.columns c
                  JOIN information_schema.tables b ON b.table_schema = c.table_schema AND b.table_name = c.table_name
                 WHERE c.table_schema = DATABASE() AND b.table_type = 'BASE TABLE'
                   AND c.data_type IN ('char', 'varchar', 'text', 'mediumtext', 'longtext', 'uuid', 'blob', 'longblob', 'binary')
                """).query(row -> {
            tables.computeIfAbsent(row.getString("t"), none -> new ArrayList<>())
                    .add(row.getString("n"));
        });
        List<Hit> hits = new ArrayList<>();
        tables.forEach((table, columns) -> columns.forEach(column -> hits.addAll(find(table, column, words))));
        return hits;
    }

    private List<Hit> find(String table, String column, Collection<String> words) {
        String condition = String.join(
                " OR ",
                words.stream()
                        .map(word -> "LOCATE(?, CONVERT(`" + column + "` USING utf8mb4)) > 0")
                        .toList());
        return jdbc
                .sql("SELECT * FROM `" + table + "` WHERE " + condition)
                .params(List.copyOf(words))
                .query()
                .listOfRows()
                .stream()
                .map(row -> new Hit(table, column, said(row)))
                .toList();
    }

    private static Map<String, String> said(Map<String, Object> row) {
        Map<String, String> said = new LinkedHashMap<>();
        row.forEach((name, value) -> {
            if (value instanceof java.sql.Timestamp time) {
                said.put(name, time.toLocalDateTime().toInstant(ZoneOffset.UTC).toString());
            } else if (value instanceof LocalDateTime time) {
                said.put(name, time.toInstant(ZoneOffset.UTC).toString());
            } else if (value instanceof byte[] bytes && bytes.length == 16) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                said.put(name, new UUID(buffer.getLong(), buffer.getLong()).toString());
            } else if (value != null && !(value instanceof byte[])) {
                said.put(name, value.toString());
            }
        });
        return said;
    }
}
