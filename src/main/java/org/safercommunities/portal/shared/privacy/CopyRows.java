package org.safercommunities.portal.shared.privacy;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of the database as a person’s own copy tells them: each column under its label, moments in UTC, nothing where there is nothing. */
public final class CopyRows {

    private CopyRows() {}

    /** @param statement names the person as {@code :person}, and their key in audiences as {@code :key} */
    public static List<Map<String, String>> of(JdbcClient jdbc, String statement, UUID person) {
        JdbcClient.StatementSpec asked = jdbc.sql(statement);
        if (statement.contains(":person")) {
            asked.param("person", person.toString());
        }
        if (statement.contains(":key")) {
            asked.param("key", "person:" + person);
        }
        return asked.query((row, number) -> facts(row)).list();
    }

    private static Map<String, String> facts(ResultSet row) throws SQLException {
        Map<String, String> facts = new LinkedHashMap<>();
        ResultSetMetaData columns = row.getMetaData();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            String name = columns.getColumnLabel(column);
            String value = columns.getColumnType(column) == Types.TIMESTAMP
                    ? Objects.toString(Sql.instant(row, name), null)
                    : row.getString(column);
            if (value != null) {
                facts.put(name, value);
            }
        }
        return facts;
    }
}
