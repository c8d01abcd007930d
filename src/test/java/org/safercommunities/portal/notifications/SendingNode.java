package org.safercommunities.portal.notifications;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** What of a portal sends mail to many, in this process or in one of its own that can be killed. */
public final class SendingNode implements AutoCloseable {

    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** @param sends whether it takes up mail, or only looks at the table and writes into it */
    SendingNode(String database, String password, MailProperties settings, Clock clock, boolean sends) {
        context.register(
                Transactions.class,
                MailRows.class,
                BatchRows.class,
                BatchNotes.class,
                BatchEntries.class,
                BatchForms.class,
                BatchArchive.class,
                DomainPace.class,
                Suppressions.class,
                BatchBell.class,
                MailBatches.class);
        if (sends) {
            context.register(BatchDispatcher.class);
        }
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database);
        pool.setUsername("portal");
        pool.setPassword(password);
        pool.setMaximumPoolSize(12);
        pool.setConnectionTimeout(5000);
        context.registerBean(DataSource.class, () -> pool);
        context.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(pool));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(pool));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(MailProperties.class, () -> settings);
        context.refresh();
    }

    public MailBatches batches() {
        return context.getBean(MailBatches.class);
    }

    public TransactionTemplate transactions() {
        return new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    public JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    public Suppressions suppressions() {
        return context.getBean(Suppressions.class);
    }

    BatchRows rows() {
        return context.getBean(BatchRows.class);
    }

    MailRows mailRows() {
        return context.getBean(MailRows.class);
    }

    /** Takes what has been in sending for too long for uncertain. */
    public int recover() {
        return context.getBean(MailRows.class).recover();
    }

    /** Settings for a server on this machine. */
    static MailProperties settings(int smtpPort, int connections, int claim, int perDomain, MailProperties.Dkim dkim) {
        return new MailProperties(
                        "127.0.0.1",
                        smtpPort,
                        null,
                        null,
                        MailProperties.Tls.NONE,
                        "no-reply@portal.example",
                        "Safer Communities",
                        "team@portal.example",
                        1,
                        new MailProperties.Many(connections, claim, perDomain),
                        dkim)
                .at(URI.create("smtp://127.0.0.1:" + smtpPort));
    }

    static MailProperties.Dkim unsigned() {
        return new MailProperties.Dkim(null, "portal", null);
    }

    @Override
    public void close() {
        context.close();
    }

    /** A node in a process of its own: address and password of the database, port of the mail server, connections, claim. */
    public static void main(String[] arguments) {
        new SendingNode(
                arguments[0],
                arguments[1],
                settings(
                        Integer.parseInt(arguments[2]),
                        Integer.parseInt(arguments[3]),
                        Integer.parseInt(arguments[4]),
                        0,
                        unsigned()),
                Clock.systemUTC(),
                true);
        System.out.println("ready");
        while (true) {
            LockSupport.park();
        }
    }
}
