package org.safercommunities.portal.events.letters;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.events.calendar.CalendarFiles;
import org.safercommunities.portal.notifications.MailTemplate;
import org.safercommunities.portal.notifications.Outbox;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.util.ClassUtils;

/**
 * Another node that writes letters, with a way to the database and a clock of its own. It keeps nothing in memory from one run to
 * the next, so that one that was killed starts again as soon as it is given a database that works.
 */
final class LetterNode implements AutoCloseable {

    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}

    private final DelegatingDataSource database;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    LetterNode(ApplicationContext portal, Duration ahead) {
        // Not the portal's source itself: a node does not close the portal's pool, nor does the portal, which reads
        // agencies here,
        // take the connection of the node's transaction for its own
        database = new DelegatingDataSource(portal.getBean(DataSource.class));
        context.register(
                Transactions.class,
                NoticeRows.class,
                FactsOfNotices.class,
                Invitations.class,
                EventLetters.class,
                PersonList.class,
                Outbox.class,
                ClassUtils.getUserClass(portal.getBean("mailRows")),
                ClassUtils.getUserClass(portal.getBean("mailBell")));
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(database));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(Clock.class, () -> Clock.offset(Clock.systemUTC(), ahead));
        context.registerBean(MailTemplate.class, () -> portal.getBean(MailTemplate.class));
        context.registerBean(CalendarFiles.class, () -> portal.getBean(CalendarFiles.class));
        context.registerBean(Agencies.class, () -> portal.getBean(Agencies.class));
        context.refresh();
    }

    void work(DataSource source) {
        database.setTargetDataSource(source);
        part(EventLetters.class).catchUp();
    }

    /** What it would do if it were written otherwise. */
    void work(DataSource source, Runnable otherwise) {
        database.setTargetDataSource(source);
        otherwise.run();
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
