package org.safercommunities.portal.agencies.signin;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.providers.AgenciesInStep;
import org.safercommunities.portal.agencies.providers.AgencyInKeycloak;
import org.safercommunities.portal.agencies.providers.KeycloakDirectory;
import org.safercommunities.portal.agencies.providers.ProviderAddresses;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** What the portal has Keycloak do for agencies: at once where somebody waits, and by the scheduler, with patience. */
@Component
class AgencyErrands implements KeycloakDirectory {

    private static final TaskDescriptor<Void> BRING = TaskDescriptor.of("keycloak-agency", Void.class);
    private static final TaskDescriptor<Void> FORGET = TaskDescriptor.of("keycloak-forget-trial", Void.class);

    private final KeycloakOrganizations organizations;
    private final KeycloakProperties settings;
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    AgencyErrands(
            KeycloakOrganizations organizations,
            KeycloakProperties settings,
            ObjectProvider<Scheduler> scheduler,
            Clock clock) {
        this.organizations = organizations;
        this.settings = settings;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Override
    public boolean bring(AgencyInKeycloak wanted, @Nullable String secret) {
        return organizations.bring(wanted, secret);
    }

    /** Each change is an errand of its own: the one that runs just now may have begun before this change was there. */
    @Override
    public void bringLater(String slug, Instant notBefore) {
        String errand = slug + " " + UUID.randomUUID().toString().substring(0, 8);
        scheduler.getObject().scheduleIfNotExists(BRING.instance(errand).scheduledTo(notBefore));
    }

    @Override
    public void forgetTrial(String subject) {
        scheduler.getObject().scheduleIfNotExists(FORGET.instance(subject).scheduledTo(clock.instant()));
    }

    @Override
    public ProviderAddresses addresses(String alias) {
        String endpoint = settings.issuer() + "/broker/" + alias + "/endpoint";
        return new ProviderAddresses(endpoint, settings.issuer(), endpoint + "/descriptor");
    }

    @Configuration(proxyBeanMethods = false)
    static class Errands {

        @Bean
        Task<Void> keycloakAgency(ObjectProvider<AgenciesInStep> agencies) {
            return Tasks.oneTime(BRING)
                    .onFailure(KeycloakErrands.patiently())
                    .execute((instance, context) ->
                            agencies.getObject().bring(instance.getId().split(" ")[0]));
        }

        @Bean
        Task<Void> keycloakForgetTrial(KeycloakAdmin keycloak) {
            return Tasks.oneTime(FORGET)
                    .onFailure(KeycloakErrands.patiently())
                    .execute((instance, context) -> keycloak.deleteIfOnlyTried(instance.getId()));
        }
    }
}
