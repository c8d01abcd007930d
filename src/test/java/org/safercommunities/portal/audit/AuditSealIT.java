package org.safercommunities.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.devtime.EmbeddedMariaDb;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The trail of the portal that all tests share; nothing that is sealed here is ever unsealed again. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class AuditSealIT {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private AuditCheck check;

    private void sealAll() {
        // For which every line has settled, also those that other tests have written just now
        AuditSeal seal = new AuditSeal(jdbc, Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));
        Integer sealed;
        do {
            sealed = transactions.execute(status -> seal.sealSettled());
        } while (sealed != null && sealed > 0);
    }

    private static void write(Connection connection, String subject) throws SQLException {
        connection
                .createStatement()
                .executeUpdate(
                        "INSERT INTO audit_row (at, action, subject, details) VALUES (UTC_TIMESTAMP(6), 'test.done', '"
                                + subject + "', '{}')");
    }

    private int seals(String subject) {
        return jdbc.sql("SELECT COUNT(*) FROM audit_seal s JOIN audit_row r ON r.id = s.line WHERE r.subject = ?")
                .param(subject)
                .query(Integer.class)
                .single();
    }

    @Test
    void noLineComesInBelowOneThatIsSealed() throws SQLException {
        EmbeddedMariaDb database = PortalServices.mariaDb();
        String subject = "test:" + UUID.randomUUID();
        sealAll();
        try (Connection slow =
                        DriverManager.getConnection(database.url("portal"), "portal", database.password("portal"));
                Connection quick =
                        DriverManager.getConnection(database.url("portal"), "portal", database.password("portal"))) {
            slow.setAutoCommit(false);
            write(slow, subject);
            write(quick, subject);
            sealAll();
            assertThat(seals(subject))
                    .as("the later line waits for the earlier one, whose transaction is open")
                    .isZero();
            slow.commit();
        }
        sealAll();
        assertThat(seals(subject)).isEqualTo(2);
        assertThat(check.verdict().findings()).isEmpty();
    }
}
