package org.safercommunities.portal.agencies.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.safercommunities.portal.agencies.AccountsUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks Keycloak again and again whether the people who are signed in still may: an account that was switched off or deleted there is
 * out within minutes. Keycloak tells of sessions that it ends, but not of accounts that somebody closes.
 */
@Component
class StillInKeycloak {

    /** Often enough for several tries before {@link OpenSessions} ends what nobody could check. */
    static final Duration EVERY = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(StillInKeycloak.class);

    private final KeycloakAdmin keycloak;
    private final OpenSessions sessions;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();

    StillInKeycloak(KeycloakAdmin keycloak, OpenSessions sessions, Clock clock) {
        this.keycloak = keycloak;
        this.sessions = sessions;
        this.clock = clock;
    }

    // At a rate, not with a delay: those share one thread, which a Keycloak that does not answer would hold up
    @Scheduled(fixedRate = 30_000, initialDelay = 30_000)
    void check() {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        try {
            for (String subject : sessions.uncheckedFor(EVERY)) {
                if (keycloak.get(subject).filter(KeycloakAdmin.Account::enabled).isPresent()) {
                    sessions.checked(subject);
                } else {
                    LOG.info("The account {} is closed in Keycloak: its sessions end", subject);
                    sessions.endBySubject(subject, clock.instant(), "ACCOUNT_CLOSED");
                }
            }
        } catch (AccountsUnavailable away) {
            LOG.warn(
                    "Keycloak could not be asked whether people may still be signed in. Sessions that nobody could check for {} end",
                    OpenSessions.UNCHECKED,
                    away);
        } finally {
            busy.set(false);
        }
    }
}
