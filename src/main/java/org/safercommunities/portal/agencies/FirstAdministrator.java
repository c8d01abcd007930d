package org.safercommunities.portal.agencies;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets a new portal begin: while it has no administrator, whoever {@code portal.first-administrator} names becomes one at
 * start. Their account in Keycloak is made by hand; {@code portal.first-administrator-account} is its id there, by which
 * somebody with a portal password is known. Without it they are known when their agency's own provider vouches for the
 * address.
 */
@Component
class FirstAdministrator implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String TEAM = "kent-community-safety-team";

    private final FirstPeople firstPeople;
    private final JdbcClient jdbc;
    private final String email;
    private final @Nullable String account;
    private volatile boolean running;

    FirstAdministrator(
            FirstPeople firstPeople,
            JdbcClient jdbc,
            @Value("${portal.first-administrator:}") String email,
            @Value("${portal.first-administrator-account:}") String account) {
        this.firstPeople = firstPeople;
        this.jdbc = jdbc;
        this.email = email.strip();
        this.account = account.isBlank() ? null : account.strip();
    }

    @Override
    public void start() {
        running = true;
        if (!email.isEmpty() && !hasAdministrator()) {
            firstPeople.agency(TEAM, new AgencyDescription("Kent Community Safety Team", null, Set.of()));
            String name = email.substring(0, Math.max(0, email.indexOf('@')));
            firstPeople.person(new FirstPerson(email, name, TEAM, null, account, Set.of(Role.ADMINISTRATOR)));
            LOG.info("{} is this portal’s first administrator", email);
        }
    }

    private boolean hasAdministrator() {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM person_role r
                          JOIN membership m ON m.person_id = r.person_id AND m.ended_at IS NULL
                         WHERE r.role = 'ADMINISTRATOR'
                        """).query(Integer.class).single() > 0;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, so that nobody signs in earlier. */
    @Override
    public int getPhase() {
        return 0;
    }
}
