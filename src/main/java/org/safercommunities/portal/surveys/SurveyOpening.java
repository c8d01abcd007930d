package org.safercommunities.portal.surveys;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Surveys open by themselves, within half a minute of their time. */
@Configuration(proxyBeanMethods = false)
class SurveyOpening {

    @Bean
    Task<Void> openDueSurveys(Surveys surveys) {
        return Tasks.recurring("open-due-surveys", FixedDelay.ofSeconds(30))
                .execute((instance, context) -> surveys.openDue());
    }
}
