package org.safercommunities.portal.agencies.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.AccountsUnavailable;
import org.safercommunities.portal.agencies.SignInChanged;
import org.safercommunities.portal.agencies.SignInChanged.What;
import org.safercommunities.portal.shared.Sha256;
import org.safercommunities.portal.shared.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;

/**
 * Reads from Keycloak who has changed how they sign in. Keycloak keeps it for longer than the portal is ever away, and it knows of every
 * way to change it; a page that people come back to knows only of those who come back. Each is told once, on whichever node.
 */
@Component
class SignInChanges {

    private static final Logger LOG = LoggerFactory.getLogger(SignInChanges.class);

    private static final int BATCH = 500;
    private static final int COMPLAINED_AFTER = 12;
    /** What is written in Keycloak a little late, or by a clock that is behind, is read all the same. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private final KeycloakCalls keycloak;
    private final KeycloakProperties settings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher messages;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile int failures;

    SignInChanges(
            KeycloakCalls keycloak,
            KeycloakProperties settings,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ApplicationEventPublisher messages,
            Clock clock) {
        this.keycloak = keycloak;
        this.settings = settings;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.messages = messages;
        this.clock = clock;
    }

    @Scheduled(fixedRate = 15_000, initialDelay = 15_000)
    void look() {
        String secret = settings.adminClientSecret();
        if (secret == null || secret.isBlank() || !busy.compareAndSet(false, true)) {
            return;
        }
        try {
            read();
            failures = 0;
        } catch (AccountsUnavailable away) {
            // Keycloak may start after the portal: nobody needs to know of that
            if (++failures == COMPLAINED_AFTER) {
                LOG.warn(
                        "Keycloak does not say who has changed a password or second factor, so nobody is told of it for now. Can it be"
                                + " reached, and has portal-admin the right view-events?",
                        away);
            }
        } finally {
            busy.set(false);
        }
    }

    void read() {
        Instant now = clock.instant();
        Instant from = readTo().minus(OVERLAP);
        while (true) {
            List<JsonNode> page = since(from);
            page.forEach(this::tell);
            if (page.size() < BATCH) {
                break;
            }
            Instant last = at(page.getLast());
            // A full page of one moment would be asked for for ever
            from = last.isAfter(from) ? last : from.plusMillis(1);
        }
        jdbc.sql("UPDATE sign_in_change_read SET read_to = GREATEST(read_to, ?)")
                .param(Sql.utc(now))
                .update();
        jdbc.sql("DELETE FROM sign_in_change WHERE at < ?")
                .param(Sql.utc(now.minus(OVERLAP.multipliedBy(12))))
                .update();
    }

    private Instant readTo() {
        return jdbc.sql("SELECT read_to FROM sign_in_change_read")
                .query((row, number) -> Sql.moment(row, "read_to"))
                .single();
    }

    private List<JsonNode> since(Instant from) {
        LinkedMultiValueMap<String, String> asked = new LinkedMultiValueMap<>();
        asked.add("type", "UPDATE_CREDENTIAL");
        asked.add("type", "REMOVE_CREDENTIAL");
        asked.add("dateFrom", String.valueOf(from.toEpochMilli()));
        asked.add("direction", "asc");
        return keycloak.find(asked, BATCH, "events");
    }

    private void tell(JsonNode event) {
        What what = what(event);
        if (what == null || event.hasNonNull("error")) {
            return;
        }
        Instant at = at(event);
        transaction.executeWithoutResult(status -> {
            if (isNew(event, at)) {
                person(event.path("userId").asString(""))
                        .ifPresent(person -> messages.publishEvent(new SignInChanged(person, what, at)));
            }
        });
    }

    private boolean isNew(JsonNode event, Instant at) {
        String whole = String.join(
                " ",
                event.path("userId").asString(""),
                event.path("type").asString(""),
                event.path("details").path("credential_type").asString(""),
                String.valueOf(at.toEpochMilli()));
        return jdbc.sql("INSERT IGNORE INTO sign_in_change (fingerprint, at) VALUES (?, ?)")
                        .params(Sha256.of(whole), Sql.utc(at))
                        .update()
                == 1;
    }

    private Optional<UUID> person(String subject) {
        return jdbc.sql("SELECT id FROM person WHERE subject = ?")
                .param(subject)
                .query(String.class)
                .optional()
                .map(UUID::fromString);
    }

    private static Instant at(JsonNode event) {
        return Instant.ofEpochMilli(event.path("time").asLong());
    }

    private static @Nullable What what(JsonNode event) {
        boolean removed = event.path("type").asString("").equals("REMOVE_CREDENTIAL");
        return switch (event.path("details").path("credential_type").asString("")) {
            case "password" -> removed ? null : What.PASSWORD_CHANGED;
            case "otp" -> removed ? What.FACTOR_REMOVED : What.FACTOR_SET_UP;
            default -> null;
        };
    }
}
