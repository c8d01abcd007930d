package org.safercommunities.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safercommunities.portal.devtime.EmbeddedMariaDb;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;

/**
 * What the portal's own account tries on the trail: an attacker who has its password, or a mistake in the code. The control is the
 * account that owns the tables, on a copy: there each of these does something.
 */
@PortalIT
@SuppressWarnings("NullAway.Init")
class AppendOnlyIT {

    private static final String COPY = "portal_copy";

    private static Connection portal;
    private static Connection owner;
    private static long line;

    private static Connection connect(String schema, String account) throws SQLException {
        EmbeddedMariaDb database = PortalServices.mariaDb();
        return DriverManager.getConnection(
                database.url("portal").replace("/portal?", "/" + schema + "?"), account, database.password(account));
    }

    private static Statement copyWithOneLine() throws SQLException {
        Statement statement = owner.createStatement();
        for (String sql : List.of(
                "CREATE OR REPLACE DATABASE " + COPY,
                "USE " + COPY,
                "CREATE TABLE audit_row LIKE portal.audit_row",
                "CREATE TABLE audit_seal LIKE portal.audit_seal",
                "INSERT INTO audit_row SELECT * FROM portal.audit_row WHERE id = " + line,
                "INSERT INTO audit_seal VALUES (1, " + line + ", 2, 'x')",
                "CREATE TRIGGER audit_row_kept BEFORE DELETE ON audit_row FOR EACH ROW SET @deleted = OLD.id")) {
            statement.execute(sql);
        }
        return statement;
    }

    @BeforeAll
    static void aLine() throws SQLException {
        portal = connect("portal", "portal");
        owner = connect("portal", EmbeddedMariaDb.OWNER);
        try (Statement statement = portal.createStatement()) {
            statement.executeUpdate(
                    "INSERT INTO audit_row (at, action, subject, details) VALUES (UTC_TIMESTAMP(6), 'test.done', 'test:1', '{}')",
                    Statement.RETURN_GENERATED_KEYS);
            ResultSet key = statement.getGeneratedKeys();
            assertThat(key.next()).isTrue();
            line = key.getLong(1);
        }
    }

    @AfterAll
    static void end() throws SQLException {
        portal.close();
        try (Statement statement = owner.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + COPY);
        }
        owner.close();
    }

    static Stream<String> tampering() {
        return Stream.of(
                "UPDATE audit_row SET details = '{\"by\":\"nobody\"}' WHERE id = %d",
                "UPDATE IGNORE audit_row SET details = '{\"by\":\"nobody\"}' WHERE id = %d",
                "UPDATE audit_row r JOIN audit_row o ON o.id = r.id SET r.action = 'test.other' WHERE r.id = %d",
                "UPDATE audit_row SET id = id + 1000000 WHERE id = %d",
                "DELETE FROM audit_row WHERE id = %d",
                "DELETE IGNORE FROM audit_row WHERE id = %d",
                "DELETE r FROM audit_row r JOIN audit_row o ON o.id = r.id WHERE r.id = %d",
                "REPLACE INTO audit_row (id, at, action, subject, details) VALUES (%d, NOW(), 'test.other', 'test:2', '{}')",
                "INSERT INTO audit_row (id, at, action, subject, details) VALUES (%d, NOW(), 'x', 'x', '{}') ON DUPLICATE KEY UPDATE action = 'test.other'",
                "INSERT IGNORE INTO audit_row (id, at, action, subject, details) VALUES (%d, NOW(), 'x', 'x', '{}') ON DUPLICATE KEY UPDATE action = 'test.other'",
                "TRUNCATE TABLE audit_row",
                "TRUNCATE TABLE audit_seal",
                "DROP TABLE audit_seal",
                "DROP TRIGGER audit_row_kept",
                "CREATE OR REPLACE TRIGGER audit_row_kept BEFORE DELETE ON audit_row FOR EACH ROW SET @x = 1",
                "CREATE TRIGGER audit_row_lost BEFORE INSERT ON audit_row FOR EACH ROW SET NEW.details = '{}'",
                "CREATE OR REPLACE TABLE audit_row (id BIGINT)",
                "ALTER TABLE audit_row DROP COLUMN details",
                "ALTER TABLE audit_row PARTITION BY HASH (id)",
                "RENAME TABLE audit_row TO audit_row_before",
                "CREATE VIEW audit_view AS SELECT * FROM audit_row",
                "CREATE TABLE audit_child (id BIGINT REFERENCES audit_row (id))",
                "CREATE PROCEDURE audit_lost() DELETE FROM audit_row",
                "CREATE EVENT audit_lost ON SCHEDULE EVERY 1 DAY DO DELETE FROM audit_row");
    }

    @ParameterizedTest
    @MethodSource("tampering")
    void thePortalsAccountCannot(String sql) throws SQLException {
        String statement = sql.formatted(line);
        try (Statement own = portal.createStatement()) {
            assertThatThrownBy(() -> {
                        // One that ignores errors says so by having done nothing
                        if (own.executeUpdate(statement) == 0) {
                            throw new SQLException("nothing was done");
                        }
                    })
                    .isInstanceOf(SQLException.class)
                    .hasMessageMatching("(?s).*(stay as they were written|denied|nothing was done).*");
            ResultSet kept = own.executeQuery("SELECT action, subject, details FROM audit_row WHERE id = " + line);
            assertThat(kept.next()).isTrue();
            assertThat(List.of(kept.getString(1), kept.getString(2), kept.getString(3)))
                    .containsExactly("test.done", "test:1", "{}");
        }
    }

    @ParameterizedTest
    @MethodSource("tampering")
    void theControlCan(String sql) throws SQLException {
        try (Statement own = copyWithOneLine()) {
            assertThatCode(() -> own.execute(sql.formatted(line))).doesNotThrowAnyException();
        }
    }

    @Test
    void nothingThatIsAskedOfTheServerItselfHelps() throws SQLException {
        try (Statement own = portal.createStatement()) {
            for (String sql : List.of(
                    "BINLOG 'AAAA'",
                    "SET GLOBAL slave_run_triggers_for_rbr = 'NO'",
                    "SET GLOBAL read_only = 1",
                    "GRANT TRIGGER ON portal.* TO CURRENT_USER()",
                    "CREATE SCHEMA portal_trial_of_portal",
                    "LOAD DATA INFILE '/etc/hostname' REPLACE INTO TABLE audit_row")) {
                assertThatThrownBy(() -> own.execute(sql)).as(sql).hasMessageContaining("denied");
            }
        }
    }
}
