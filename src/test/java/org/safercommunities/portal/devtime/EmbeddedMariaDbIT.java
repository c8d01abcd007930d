package org.safercommunities.portal.devtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.support.PortalServices;
import org.springframework.util.FileSystemUtils;

class EmbeddedMariaDbIT {

    private final Path folder = PortalServices.folder().resolve("lasting-mariadb");
    private EmbeddedMariaDb database = EmbeddedMariaDb.lasting(folder, Ports.free());

    @AfterEach
    void stop() {
        database.close();
    }

    private static String ask(EmbeddedMariaDb database, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                database.url("portal"), EmbeddedMariaDb.OWNER, database.password(EmbeddedMariaDb.OWNER))) {
            for (String statement : statements) {
                connection.createStatement().execute(statement);
            }
            try (ResultSet rows = connection.createStatement().executeQuery("SELECT word FROM kept")) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    @Test
    void whatWasWrittenSurvivesAKilledServer() throws SQLException, InterruptedException {
        database.start();
        ask(database, "CREATE OR REPLACE TABLE kept (word VARCHAR(20))", "INSERT INTO kept VALUES ('safe')");
        database.process().destroyForcibly().waitFor();
        database = EmbeddedMariaDb.lasting(folder, Ports.free()).start();
        assertThat(ask(database)).isEqualTo("safe");
    }

    @Test
    void tablesThatWereCutOffAreMadeAnew() throws IOException, SQLException {
        Path data = Files.createDirectories(folder.resolve("data/mysql"));
        FileSystemUtils.deleteRecursively(data.getParent());
        // As the installer leaves them at first: there, and empty
        Files.createDirectories(data);
        Files.createFile(data.resolve("user.frm"));
        database.start();
        ask(database, "CREATE OR REPLACE TABLE kept (word VARCHAR(20))", "INSERT INTO kept VALUES ('whole')");
        assertThat(ask(database)).isEqualTo("whole");
    }

    @Test
    void aServerLeftBehindOnTheSameDataIsReplaced() {
        Process left = database.start().process();
        database = EmbeddedMariaDb.lasting(folder, Ports.free()).start();
        assertThat(left.isAlive()).isFalse();
        assertThat(database.process().isAlive()).isTrue();
    }
}
