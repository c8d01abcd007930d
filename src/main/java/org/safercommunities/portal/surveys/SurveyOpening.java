package org.safercommunities.portal.surveys;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Surveys open by themselves, within half a minute of their time; each tells its subject’s module, which invites those who were there. */
@Component
public class SurveyOpening {

    private static final Logger LOG = LoggerFactory.getLogger(SurveyOpening.class);

    private final Surveys surveys;

    SurveyOpening(Surveys surveys) {
        this.surveys = surveys;
    }

    /** Each in a transaction of its own: one that cannot be opened is in no other’s way. */
    public void openDue() {
        for (UUID due : surveys.due()) {
            try {
                surveys.open(due, Reader.portal());
            } catch (RuntimeException failure) {
                LOG.warn("Survey {} could not be opened and is tried again", due, failure);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> openDueSurveys(SurveyOpening opening) {
            return Tasks.recurring("open-due-surveys", FixedDelay.ofSeconds(30))
                    .execute((instance, context) -> opening.openDue());
        }
    }
}
