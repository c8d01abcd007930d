package org.safercommunities.portal.audit;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Seals the trail, keeps the heads outside and hands the lines on: one after the other, on one node of the cluster at a time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditProperties.class)
class AuditKeeping {

    private static final Logger LOG = LoggerFactory.getLogger(AuditKeeping.class);

    @Bean
    Task<Void> sealAuditTrail(AuditSeal seal, AuditShipping shipping, AuditProperties places, Clock clock) {
        AuditHeads heads = new AuditHeads(places.heads());
        return Tasks.recurring("seal-audit-trail", FixedDelay.ofSeconds(20)).execute((instance, context) -> {
            int batch;
            do {
                batch = seal.sealSettled();
            } while (batch == AuditSeal.BATCH);
            seal.newest().ifPresent(head -> heads.keep(head, clock.instant()));
            shipping.ship();
        });
    }

    /** The log is kept elsewhere than the database too, and by somebody else. */
    @Bean
    Task<Void> witnessAuditTrail(AuditSeal seal) {
        return Tasks.recurring("witness-audit-trail", FixedDelay.ofHours(1))
                .execute((instance, context) -> seal.newest()
                        .ifPresent(head -> LOG.info(
                                "The seal of line {} of the audit trail, number {}, is {}",
                                head.line(),
                                head.number(),
                                head.seal())));
    }
}
