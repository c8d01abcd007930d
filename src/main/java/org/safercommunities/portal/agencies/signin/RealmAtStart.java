package org.safercommunities.portal.agencies.signin;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has the realm brought up to date after a start, when the portal was given the password of Keycloak's administrator for that. It need
 * not keep it: without it nothing is done, and the realm stays as it is.
 */
@Component
class RealmAtStart {

    private static final TaskDescriptor<Void> UPKEEP = TaskDescriptor.of("keycloak-realm-upkeep", Void.class);

    private final KeycloakAdmin keycloak;
    private final KeycloakProperties settings;
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;
    private final String user;
    private final String password;

    RealmAtStart(
            KeycloakAdmin keycloak,
            KeycloakProperties settings,
            ObjectProvider<Scheduler> scheduler,
            Clock clock,
            @Value("${portal.keycloak-upkeep.user}") String user,
            @Value("${portal.keycloak-upkeep.password}") String password) {
        this.keycloak = keycloak;
        this.settings = settings;
        this.scheduler = scheduler;
        this.clock = clock;
        this.user = user;
        this.password = password;
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        if (!password.isBlank()) {
            scheduler.getObject().scheduleIfNotExists(UPKEEP.instance("realm").scheduledTo(clock.instant()));
        }
    }

    void upkeep() {
        // A try that waits may outlive the start that was given the password
        if (!password.isBlank()) {
            new RealmUpkeep(new MasterCalls(keycloak.http(), settings, user, password), file()).bringUpToDate();
        }
    }

    /** As a new realm is made; places in it are for settings that no step looks at. */
    static JsonNode file() {
        try (InputStream file =
                Objects.requireNonNull(RealmAtStart.class.getResourceAsStream("/realm/safer-communities.json"))) {
            return JsonMapper.builder().build().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Errand {

        @Bean
        Task<Void> keycloakRealmUpkeep(ObjectProvider<RealmAtStart> realm) {
            return Tasks.oneTime(UPKEEP)
                    .onFailure(KeycloakErrands.patiently())
                    .execute((instance, context) -> realm.getObject().upkeep());
        }
    }
}
