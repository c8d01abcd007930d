package org.safercommunities.portal.agencies;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets a new portal begin: while nobody administers it, whoever {@code portal.first-administrator} names is made to, at start
 * or as soon after it as Keycloak answers. Once somebody does, the name counts no more.
 */
@Component
class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final TaskDescriptor<Void> APPOINT = TaskDescriptor.of("appoint-first-administrator", Void.class);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

    private final String email;
    private final SomebodyAdministers somebody;
    private final Appointment appointment;
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    FirstAdministrator(
            @Value("${portal.first-administrator:}") String email,
            SomebodyAdministers somebody,
            Appointment appointment,
            ObjectProvider<Scheduler> scheduler,
            Clock clock) {
        this.email = Person.normalised(email);
        this.somebody = somebody;
        this.appointment = appointment;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        if (wanted()) {
            scheduler.getObject().scheduleIfNotExists(APPOINT.instance("first").scheduledTo(clock.instant()));
        }
    }

    private boolean wanted() {
        return !email.isEmpty() && !somebody.administers();
    }

    /** Returns whether that is the end of it, one way or the other. */
    boolean attempt() {
        if (!wanted()) {
            return true;
        }
        try {
            appointment.make(email);
            LOG.info("{} is this portal’s first administrator; how to sign in is in their mail", email);
            return true;
        } catch (AccountsUnavailable later) {
            LOG.info("The first administrator has to wait: {}", String.valueOf(later.getCause()));
            return false;
        } catch (InvalidEntry refused) {
            LOG.error("{} cannot be this portal’s first administrator: {}", email, refused.getMessage());
            return true;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> appointFirstAdministrator(FirstAdministrator first, Clock clock) {
            return Tasks.custom(APPOINT).execute((instance, context) -> {
                if (first.attempt()) {
                    return new CompletionHandler.OnCompleteRemove<>();
                }
                return (done, execution) ->
                        execution.reschedule(done, clock.instant().plus(TRY_AGAIN));
            });
        }
    }
}
