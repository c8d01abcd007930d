package org.safercommunities.portal.agencies;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.shared.privacy.Fate;
import org.safercommunities.portal.shared.privacy.Retention;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes the accounts in Keycloak of people who were erased here. Noted with the erasure, done by an errand, since Keycloak may be away.
 *
 * <p>The account may be wanted again before the errand comes: somebody is named anew with the old address, or comes through their
 * agency. Both wait at the account’s row: either it is somebody’s again and stays, or it is gone and nobody is bound to it.
 */
@Component
public class ErasedAccounts {

    /** Longer than any sign-in takes, and than the errand has patience. */
    private static final Duration KEPT = Duration.ofDays(3);

    private final JdbcClient jdbc;
    private final KeycloakAccounts keycloak;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    ErasedAccounts(JdbcClient jdbc, KeycloakAccounts keycloak, ApplicationEventPublisher messages, Clock clock) {
        this.jdbc = jdbc;
        this.keycloak = keycloak;
        this.messages = messages;
        this.clock = clock;
    }

    private record Going(UUID person, @Nullable Instant deletedAt) {}

    /** For the transaction of an erasure: from then on the account is nobody’s. */
    void goes(UUID person, String subject) {
        jdbc.sql("INSERT INTO account_to_delete (subject, person_id, since) VALUES (?, ?, ?)")
                .params(subject, person.toString(), Sql.utc(clock.instant()))
                .update();
        keycloak.deleteLater(subject);
    }

    /**
     * Deletes an account that is nobody’s any more, with its links and sessions. One that is somebody’s stays. Does nothing more when
     * repeated. Its row is held while Keycloak answers.
     *
     * @throws AccountsUnavailable when Keycloak cannot be asked; nothing has changed
     */
    @Transactional
    public void delete(String subject) {
        Optional<Going> going = held(subject);
        if (going.isEmpty() || going.get().deletedAt() != null) {
            return;
        }
        if (isSomebodys(subject)) {
            stays(subject);
            return;
        }
        if (keycloak.delete(subject)) {
            messages.publishEvent(new PersonChanged(going.get().person(), "account-deleted", Map.of(), null));
        }
        jdbc.sql("UPDATE account_to_delete SET deleted_at = ? WHERE subject = ?")
                .params(Sql.utc(clock.instant()), subject)
                .update();
    }

    /**
     * For the transaction that binds a person to an account: it is not deleted then.
     *
     * @return false when it was deleted a moment ago, so that nobody can be bound to it
     */
    boolean mayBeTaken(String subject) {
        Optional<Going> going = held(subject);
        if (going.isPresent() && going.get().deletedAt() != null) {
            return false;
        }
        going.ifPresent(account -> stays(subject));
        return true;
    }

    private Optional<Going> held(String subject) {
        return jdbc.sql("SELECT person_id, deleted_at FROM account_to_delete WHERE subject = ? FOR UPDATE")
                .param(subject)
                .query((row, number) -> new Going(Sql.id(row, "person_id"), Sql.instant(row, "deleted_at")))
                .optional();
    }

    private boolean isSomebodys(String subject) {
        return jdbc.sql("SELECT id FROM person WHERE subject = ? FOR UPDATE")
                .param(subject)
                .query(String.class)
                .optional()
                .isPresent();
    }

    private void stays(String subject) {
        jdbc.sql("DELETE FROM account_to_delete WHERE subject = ?")
                .param(subject)
                .update();
    }

    long due(Instant by) {
        return jdbc.sql("SELECT COUNT(*) FROM account_to_delete WHERE since <= ?")
                .param(Sql.utc(by.minus(KEPT)))
                .query(Long.class)
                .single();
    }

    /** Lets go of the rows of accounts that are gone, and begins anew with those that Keycloak was away for too long for. */
    @Transactional
    public int finish() {
        int gone = jdbc.sql("DELETE FROM account_to_delete WHERE deleted_at IS NOT NULL AND since <= ?")
                .param(Sql.utc(clock.instant().minus(KEPT)))
                .update();
        jdbc.sql("SELECT subject FROM account_to_delete WHERE deleted_at IS NULL AND since <= ?")
                .param(Sql.utc(clock.instant().minus(KEPT)))
                .query(String.class)
                .list()
                .forEach(keycloak::deleteLater);
        return gone;
    }

    @Configuration(proxyBeanMethods = false)
    static class Times {

        @Bean
        Retention erasedAccountsInTime(ErasedAccounts accounts) {
            return new Retention(
                    "sign-in-account",
                    "Accounts in the sign-in service of people who have left",
                    Fate.ERASED,
                    accounts::due,
                    accounts::finish);
        }
    }
}
