package org.safercommunities.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.devtime.EmbeddedMariaDb;
import org.safercommunities.portal.support.PortalServices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A trail of before, whose seals stood in its lines, is taken over: it still fits, goes on, and still shows tampering. */
@SuppressWarnings("NullAway.Init")
class OldSealsIT {

    private static final AuditHeads NO_HEADS = new AuditHeads(Path.of("there-is-none"));

    private final EmbeddedMariaDb database = PortalServices.mariaDb();
    private final String url = database.url("portal").replace("/portal?", "/portal_old?");
    private final String password = database.password(EmbeddedMariaDb.OWNER);
    private Connection connection;

    private void migrate(String to) {
        Flyway.configure()
                .dataSource(url, EmbeddedMariaDb.OWNER, password)
                .locations("classpath:db/migration/audit")
                .target(to)
                .load()
                .migrate();
    }

    @BeforeEach
    void aTrailOfBefore() throws SQLException {
        try (Connection any = DriverManager.getConnection(database.url("portal"), EmbeddedMariaDb.OWNER, password);
                Statement statement = any.createStatement()) {
            statement.execute("CREATE OR REPLACE DATABASE portal_old");
        }
        migrate("102");
        connection = DriverManager.getConnection(url, EmbeddedMariaDb.OWNER, password);
        try (Statement statement = connection.createStatement()) {
            for (int each = 0; each < 5; each++) {
                statement.executeUpdate("INSERT INTO audit_row (at, actor, action, subject, details) VALUES"
                        + " (UTC_TIMESTAMP(6), UUID(), 'test.done', 'test:1', '{}')");
            }
            List<SealFormat.Sealed> lines = new ArrayList<>();
            // The columns that were not there yet are not part of that format
            ResultSet rows =
                    statement.executeQuery("SELECT *, NULL AS agency, '' AS result FROM audit_row ORDER BY id LIMIT 4");
            while (rows.next()) {
                lines.add(SealFormat.Sealed.of(rows));
            }
            byte[] seal = SealFormat.GENESIS;
            for (SealFormat.Sealed line : lines) {
                seal = SealFormat.seal(1, seal, 0, line.id(), line);
                try (PreparedStatement update =
                        connection.prepareStatement("UPDATE audit_row SET seal = ? WHERE id = ?")) {
                    update.setBytes(1, seal);
                    update.setLong(2, line.id());
                    update.executeUpdate();
                }
            }
        }
        migrate("103");
    }

    @AfterEach
    void gone() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE portal_old");
        } finally {
            connection.close();
        }
    }

    @Test
    void itStillFitsAndGoesOnAndShowsTampering() throws SQLException {
        AuditVerdict verdict = AuditVerifier.verify(connection, NO_HEADS);
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.sealed()).isEqualTo(4);
        assertThat(verdict.unsealed()).isEqualTo(1);

        new AuditSeal(
                        JdbcClient.create(new SingleConnectionDataSource(connection, true)),
                        Clock.offset(Clock.systemUTC(), Duration.ofHours(1)))
                .sealSettled();
        verdict = AuditVerifier.verify(connection, NO_HEADS);
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.sealed()).isEqualTo(5);

        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE audit_row SET action = 'test.other' WHERE id = 2");
        }
        assertThat(AuditVerifier.verify(connection, NO_HEADS).first()).hasValue(AuditVerdict.Finding.altered(2));
    }
}
