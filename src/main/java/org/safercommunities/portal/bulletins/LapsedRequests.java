package org.safercommunities.portal.bulletins;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes what was asked for on the public page and not confirmed within seven days, as the page says. */
@Configuration(proxyBeanMethods = false)
class LapsedRequests {

    @Bean
    Task<Void> deleteLapsedSubscriptionRequests(Subscribing subscribing) {
        return Tasks.recurring("delete-lapsed-subscription-requests", FixedDelay.ofHours(1))
                .execute((instance, context) -> subscribing.deleteLapsed());
    }
}
