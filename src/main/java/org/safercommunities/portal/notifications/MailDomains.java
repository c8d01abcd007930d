package org.safercommunities.portal.notifications;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How much mail to many the team lets a domain have in a minute. {@link DomainPace} keeps to it. */
@Service
public class MailDomains {

    /** More than any server takes in a minute. */
    public static final int MOST_PER_MINUTE = 100_000;

    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final int LONGEST = 253;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher messages;
    private final Clock clock;
    private final int usual;

    MailDomains(JdbcClient jdbc, ApplicationEventPublisher messages, Clock clock, MailProperties settings) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
        this.usual = settings.many().perDomainPerMinute();
    }

    /** What every other domain gets in a minute; 0: as much as there is. */
    public int usualPerMinute() {
        return usual;
    }

    /** Those with a limit of their own or resting now, by name. */
    @Transactional(readOnly = true)
    public List<MailDomain> notable(Reader by) {
        Suppressions.onlyStaff(by);
        Instant now = clock.instant();
        return jdbc.sql("""
                SELECT domain, per_minute, rests_until FROM mail_domain WHERE per_minute > 0 OR rests_until > ?
                 ORDER BY domain LIMIT 500
                """)
                .param(Sql.utc(now))
                .query((row, number) -> {
                    int own = row.getInt("per_minute");
                    Instant rests = Sql.instant(row, "rests_until");
                    return new MailDomain(
                            row.getString("domain"),
                            own > 0 ? own : null,
                            rests != null && rests.isAfter(now) ? rests : null);
                })
                .list();
    }

    /**
     * @param perMinute null: the usual again
     * @throws InvalidMailSetting at {@code domain} or {@code perMinute}
     */
    @Transactional
    public void limit(String typed, @Nullable Integer perMinute, Reader by) {
        Suppressions.onlyStaff(by);
        String domain = typed.strip().toLowerCase(Locale.ROOT);
        domain = domain.substring(domain.lastIndexOf('@') + 1);
        InvalidMailSetting.unless(
                domain.length() <= LONGEST && DOMAIN.matcher(domain).matches(),
                "domain",
                "Enter what stands behind the @, for example charity.org.uk");
        InvalidMailSetting.unless(
                perMinute == null || perMinute > 0 && perMinute <= MOST_PER_MINUTE,
                "perMinute",
                "Enter a number from 1 to %,d".formatted(MOST_PER_MINUTE));
        int changed = jdbc.sql("""
                INSERT INTO mail_domain (domain, per_minute, tokens, refilled_at, queue_at) VALUES (:domain, :limit, 1, :now, :now)
                ON DUPLICATE KEY UPDATE per_minute = VALUES(per_minute)
                """)
                .param("domain", domain)
                .param("limit", perMinute)
                .param("now", Sql.utc(clock.instant()))
                .update();
        if (changed > 0) {
            messages.publishEvent(
                    perMinute == null
                            ? new MailSettingChanged("domain-as-usual", "domain:" + domain, Map.of(), by.actor())
                            : new MailSettingChanged(
                                    "domain-limited",
                                    "domain:" + domain,
                                    Map.of("perMinute", perMinute.toString()),
                                    by.actor()));
        }
    }
}
