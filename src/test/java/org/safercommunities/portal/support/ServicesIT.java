package org.safercommunities.portal.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.devtime.EmbeddedMariaDb;

class ServicesIT {

    private static List<String> query(String sql) throws SQLException {
        EmbeddedMariaDb database = PortalServices.mariaDb();
        try (Connection connection =
                        DriverManager.getConnection(database.url("portal"), "portal", database.password("portal"));
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            List<String> answers = new ArrayList<>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }

    @Test
    void databaseIsMariaDbWithOurSettings() throws SQLException {
        assertThat(query("SELECT VERSION()").getFirst()).startsWith("11.4.");
        assertThat(query("SELECT @@transaction_isolation")).containsExactly("READ-COMMITTED");
        assertThat(query("SELECT @@character_set_database")).containsExactly("utf8mb4");
        assertThat(query("SELECT @@bind_address")).containsExactly("127.0.0.1");
        assertThat(query("SELECT TIMEDIFF(NOW(), UTC_TIMESTAMP())")).containsExactly("00:00:00");
    }

    @Test
    void databaseRefusesAWrongPassword() {
        assertThatThrownBy(() ->
                        DriverManager.getConnection(PortalServices.mariaDb().url("portal"), "portal", "guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Access denied");
    }

    @Test
    void portalsAccountSeesItsOwnSchemaOnly() throws SQLException {
        assertThat(query("SHOW DATABASES")).containsExactlyInAnyOrder("information_schema", "portal");
    }
}
