package org.safercommunities.portal.agencies.signin;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.AccountsOfNamed;
import org.safercommunities.portal.agencies.ErasedAccounts;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.agencies.KeycloakAccounts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/**
 * What the portal has Keycloak do. Making an account happens at once, for its id is needed; the rest is noted in the caller's
 * transaction and done by the scheduler, with patience.
 */
@Component
class KeycloakErrands implements KeycloakAccounts {

    private static final TaskDescriptor<Void> INVITE = TaskDescriptor.of("keycloak-invite", Void.class);
    private static final TaskDescriptor<Void> OPEN = TaskDescriptor.of("keycloak-open-account", Void.class);
    private static final TaskDescriptor<Void> SIGN_OUT = TaskDescriptor.of("keycloak-sign-out", Void.class);
    private static final TaskDescriptor<Void> STAY_OUT = TaskDescriptor.of("keycloak-stay-out", Void.class);
    private static final TaskDescriptor<Void> DELETE = TaskDescriptor.of("keycloak-delete-account", Void.class);
    private static final TaskDescriptor<Void> NO_FACTORS = TaskDescriptor.of("keycloak-no-factors", Void.class);
    private static final int TRIES = 36;
    private static final Duration STILL_OUT = Duration.ofSeconds(3);

    private final KeycloakAdmin keycloak;
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    KeycloakErrands(KeycloakAdmin keycloak, ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.keycloak = keycloak;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Override
    public Account open(String email, String name) {
        try {
            return openNow(email, name);
        } catch (HttpClientErrorException.NotFound goneMeanwhile) {
            return openNow(email, name);
        }
    }

    private Account openNow(String email, String name) {
        Optional<KeycloakAdmin.Account> known = keycloak.find(email);
        if (known.isPresent()) {
            return take(known.get());
        }
        int space = name.lastIndexOf(' ');
        // Who has one name only is asked for the other by Keycloak
        String first = space < 0 ? name : name.substring(0, space);
        String last = space < 0 ? "" : name.substring(space + 1);
        return keycloak.create(email, first, last)
                .map(id -> new Account(id, true))
                .orElseGet(() -> take(keycloak.find(email)
                        .orElseThrow(() -> new InvalidEntry(
                                "email",
                                "Another account has this address as its user name. Ask whoever runs the portal"))));
    }

    @Override
    public Account find(String subject) {
        return keycloak.get(subject)
                .map(KeycloakErrands::usable)
                .orElseThrow(() -> new InvalidEntry(
                        "email", "Their account in the sign-in service has been deleted. Ask whoever runs the portal"));
    }

    @Override
    public void invite(String subject) {
        scheduler.getObject().scheduleIfNotExists(INVITE.instance(subject).scheduledTo(clock.instant()));
    }

    @Override
    public void openLater(UUID person) {
        scheduler
                .getObject()
                .scheduleIfNotExists(OPEN.instance(person.toString()).scheduledTo(clock.instant()));
    }

    @Override
    public void endSessions(String subject) {
        scheduler.getObject().scheduleIfNotExists(SIGN_OUT.instance(subject).scheduledTo(clock.instant()));
    }

    @Override
    public void deleteLater(String subject) {
        scheduler.getObject().scheduleIfNotExists(DELETE.instance(subject).scheduledTo(clock.instant()));
    }

    @Override
    public boolean delete(String subject) {
        return keycloak.delete(subject);
    }

    @Override
    public void takeOffFactors(String subject) {
        scheduler.getObject().scheduleIfNotExists(NO_FACTORS.instance(subject).scheduledTo(clock.instant()));
    }

    /**
     * Not taken: one that an agency's provider vouches for, since that is somebody else's; and one with a password, or any
     * other way to sign in, whose address nobody has proved, since whoever has that may not be the address's owner.
     */
    private Account take(KeycloakAdmin.Account account) {
        if (keycloak.isFederated(account.id())) {
            throw new InvalidEntry("email", "Somebody signs in with this address through their own agency already");
        }
        if (!account.emailVerified() && keycloak.hasCredentials(account.id())) {
            throw new InvalidEntry(
                    "email",
                    "In the sign-in service there is an account whose owner has not proved that this address is theirs."
                            + " Ask whoever runs the portal");
        }
        return usable(account);
    }

    private static Account usable(KeycloakAdmin.Account account) {
        if (!account.enabled()) {
            throw new InvalidEntry("email", "The account with this address is switched off in the sign-in service");
        }
        return new Account(account.id(), !account.emailVerified());
    }

    @Configuration(proxyBeanMethods = false)
    static class Errands {

        @Bean
        Task<Void> keycloakInvite(KeycloakAdmin keycloak) {
            return Tasks.oneTime(INVITE)
                    .onFailure(patiently())
                    .execute((instance, context) -> keycloak.sendInvitation(instance.getId()));
        }

        @Bean
        Task<Void> keycloakOpenAccount(AccountsOfNamed accounts) {
            return Tasks.oneTime(OPEN)
                    .onFailure(patiently())
                    .execute((instance, context) -> accounts.open(UUID.fromString(instance.getId())));
        }

        @Bean
        Task<Void> keycloakSignOut(KeycloakAdmin keycloak, Clock clock) {
            return Tasks.oneTime(SIGN_OUT).onFailure(patiently()).execute((instance, context) -> {
                keycloak.endSessions(instance.getId());
                context.getSchedulerClient()
                        .scheduleIfNotExists(STAY_OUT.instance(instance.getId())
                                .scheduledTo(clock.instant().plus(STILL_OUT)));
            });
        }

        @Bean
        Task<Void> keycloakDeleteAccount(ErasedAccounts accounts) {
            return Tasks.oneTime(DELETE)
                    .onFailure(patiently())
                    .execute((instance, context) -> accounts.delete(instance.getId()));
        }

        /** First the factor, then the sessions: one that was renewed in between would still hold what the factor proved. */
        @Bean
        Task<Void> keycloakNoFactors(KeycloakAdmin keycloak, KeycloakFactors factors, Clock clock) {
            return Tasks.oneTime(NO_FACTORS).onFailure(patiently()).execute((instance, context) -> {
                factors.takeOff(instance.getId());
                keycloak.endSessions(instance.getId());
                context.getSchedulerClient()
                        .scheduleIfNotExists(STAY_OUT.instance(instance.getId())
                                .scheduledTo(clock.instant().plus(STILL_OUT)));
            });
        }

        /** Looks after a moment whether what was ended has come back, until it has not. */
        @Bean
        Task<Void> keycloakStayOut(KeycloakAdmin keycloak) {
            return Tasks.oneTime(STAY_OUT).onFailure(patiently()).execute((instance, context) -> {
                if (keycloak.endSessionsOlderThan(STILL_OUT, instance.getId())) {
                    throw new IllegalStateException("A session had come back; it is ended again");
                }
            });
        }
    }

    /** Five seconds at first, each wait longer than the one before by a third: two days and a half. */
    static FailureHandler<Void> patiently() {
        return new FailureHandler.MaxRetriesFailureHandler<>(
                TRIES, new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(5), 1.3));
    }
}
