package org.safercommunities.portal.bulletins;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.notifications.MailBatches;
import org.safercommunities.portal.shared.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends bulletins when their time has come: settles who gets them, writes a mail for each into the outbox, all in one transaction,
 * and notes when the last is through. What can no longer be sent goes back to its editors.
 */
@Component
class BulletinSending {

    private static final Logger LOG = LoggerFactory.getLogger(BulletinSending.class);

    private final JdbcClient jdbc;
    private final BulletinRecords bulletins;
    private final BulletinCopies copies;
    private final ReadyToSend readyToSend;
    private final BulletinSearchEntries searchEntries;
    private final MailBatches batches;
    private final ApplicationEventPublisher messages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BulletinSending(
            JdbcClient jdbc,
            BulletinRecords bulletins,
            BulletinCopies copies,
            ReadyToSend readyToSend,
            BulletinSearchEntries searchEntries,
            MailBatches batches,
            ApplicationEventPublisher messages,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.bulletins = bulletins;
        this.copies = copies;
        this.readyToSend = readyToSend;
        this.searchEntries = searchEntries;
        this.batches = batches;
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Takes every bulletin whose time has come. */
    void sendDue() {
        for (UUID id :
                ids("SELECT id FROM bulletin WHERE state = 'SCHEDULED' AND send_at <= ? ORDER BY send_at LIMIT 20")) {
            try {
                transaction.executeWithoutResult(status -> bulletins
                        .hold(id)
                        .filter(bulletin -> bulletin.state() == BulletinState.SCHEDULED)
                        .ifPresent(this::send));
            } catch (RuntimeException failure) {
                LOG.warn("Bulletin {} could not be sent and is tried again", id, failure);
            }
        }
    }

    private void send(Bulletin bulletin) {
        String fault = readyToSend.firstFault(bulletin);
        if (fault == null) {
            UUID batch = batches.open("bulletin:" + bulletin.id(), "bulletin");
            int readers = copies.write(bulletin, batch);
            bulletin.goesOut(batch, clock.instant());
            bulletins.saveAndFlush(bulletin);
            searchEntries.put(bulletin, clock.instant());
            batches.release(batch, clock.instant());
            tell(bulletin, "going-out", Map.of("readers", String.valueOf(readers)));
            return;
        }
        bulletin.callBack();
        bulletins.saveAndFlush(bulletin);
        tell(bulletin, "not-sent", Map.of("words", fault));
    }

    /** Notes which are through. */
    void finish() {
        for (UUID id : ids("SELECT id FROM bulletin WHERE state = 'SENDING' AND sent_at <= ?")) {
            transaction.executeWithoutResult(status -> bulletins
                    .hold(id)
                    .filter(bulletin -> bulletin.state() == BulletinState.SENDING)
                    .filter(bulletin -> isThrough(bulletin.batchId()))
                    .ifPresent(bulletin -> {
                        bulletin.become(BulletinState.SENT);
                        bulletins.saveAndFlush(bulletin);
                        tell(bulletin, "sent", Map.of());
                    }));
        }
    }

    private boolean isThrough(@Nullable UUID batch) {
        return batch != null && batches.counts(batch).over();
    }

    private List<UUID> ids(String statement) {
        return jdbc.sql(statement)
                .param(Sql.utc(clock.instant()))
                .query((row, number) -> Sql.id(row, "id"))
                .list();
    }

    private void tell(Bulletin bulletin, String what, Map<String, String> details) {
        messages.publishEvent(new BulletinMessage(bulletin.id(), what, details, null));
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> sendBulletins(BulletinSending sending) {
            return Tasks.recurring("bulletin-sending", FixedDelay.ofSeconds(5)).execute((instance, context) -> {
                sending.sendDue();
                sending.finish();
            });
        }
    }
}
