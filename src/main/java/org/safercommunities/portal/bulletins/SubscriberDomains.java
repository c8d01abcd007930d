package org.safercommunities.portal.bulletins;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which addresses without an account may have bulletins: of agencies that are active, and of domains that the team allows. */
@Service
public class SubscriberDomains {

    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    SubscriberDomains(JdbcClient jdbc, ApplicationEventPublisher messages, Clock clock) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The rule as a condition in SQL.
     *
     * @param address of the mail, as a column or parameter
     */
    static String allowed(String address) {
        return """
                (EXISTS (SELECT 1 FROM subscriber_domain allowed WHERE allowed.domain = SUBSTRING_INDEX(%1$s, '@', -1))
                 OR EXISTS (SELECT 1 FROM agency_domain theirs JOIN agency was ON was.slug = theirs.agency
                      JOIN agency now ON now.slug = COALESCE(was.merged_into, was.slug)
                     WHERE theirs.domain = SUBSTRING_INDEX(%1$s, '@', -1) AND now.ended_at IS NULL))
                """.formatted(address);
    }

    @Transactional(readOnly = true)
    public boolean allows(String address) {
        return jdbc.sql("SELECT " + allowed(":address"))
                .param("address", address)
                .query(Boolean.class)
                .single();
    }

    /** Those that the team has allowed, besides agencies’ own. */
    @Transactional(readOnly = true)
    public List<String> list(Reader by) {
        WhoRunsBulletins.unlessStaff(by);
        return jdbc.sql("SELECT domain FROM subscriber_domain ORDER BY domain")
                .query(String.class)
                .list();
    }

    /** @throws InvalidBulletin at {@code domain} */
    @Transactional
    public void allow(String typed, Reader by) {
        WhoRunsBulletins.unlessStaff(by);
        String domain = normalised(typed);
        int added = jdbc.sql("INSERT IGNORE INTO subscriber_domain (domain, allowed_at, allowed_by) VALUES (?, ?, ?)")
                .param(domain)
                .param(Sql.utc(clock.instant()))
                .param(Sql.textOrNull(by.actor()))
                .update();
        if (added > 0) {
            messages.publishEvent(new SubscriberDomainChanged(domain, "allowed", by.actor()));
        }
    }

    /** Whoever subscribed from there gets nothing more, unless the domain is allowed again. */
    @Transactional
    public void withdraw(String domain, Reader by) {
        WhoRunsBulletins.unlessStaff(by);
        if (jdbc.sql("DELETE FROM subscriber_domain WHERE domain = ?")
                        .param(domain)
                        .update()
                > 0) {
            messages.publishEvent(new SubscriberDomainChanged(domain, "withdrawn", by.actor()));
        }
    }

    private static String normalised(String typed) {
        String domain = typed.strip().toLowerCase(Locale.ROOT);
        domain = domain.substring(domain.lastIndexOf('@') + 1);
        if (domain.length() > 190 || !DOMAIN.matcher(domain).matches()) {
            throw new InvalidBulletin("domain", "Enter what stands behind the @, for example charity.org.uk");
        }
        return domain;
    }
}
