package org.safercommunities.portal.notifications;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The addresses that a mail server has refused for good, for those who look after the portal. A person's own mail is still tried. */
@Service
public class Suppressions {

    /** Longest reason for writing to an address again. */
    public static final int LONGEST_REASON = 300;

    private static final String ID = "LEFT(SHA2(address, 256), 32)";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher messages;

    Suppressions(JdbcClient jdbc, ApplicationEventPublisher messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Suppression> newest(int offset, int limit, Reader by) {
        return search("", offset, limit, by);
    }

    /**
     * The newest first.
     *
     * @param text a part of the address
     */
    @Transactional(readOnly = true)
    public List<Suppression> search(String text, int offset, int limit, Reader by) {
        onlyStaff(by);
        return jdbc.sql("SELECT " + ID + """
                 AS id, address, reason, since_at FROM mail_suppression WHERE address LIKE :text
                 ORDER BY since_at DESC, address LIMIT :limit OFFSET :offset
                """)
                .param("text", like(text))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> new Suppression(
                        id(row.getString("id")),
                        row.getString("address"),
                        row.getString("reason"),
                        Sql.moment(row, "since_at")))
                .list();
    }

    @Transactional(readOnly = true)
    public int count(Reader by) {
        return count("", by);
    }

    @Transactional(readOnly = true)
    public int count(String text, Reader by) {
        onlyStaff(by);
        return jdbc.sql("SELECT COUNT(*) FROM mail_suppression WHERE address LIKE :text")
                .param("text", like(text))
                .query(Integer.class)
                .single();
    }

    /**
     * Has mail to many tried again with this address from the next batch on. Returns false when it was not suppressed.
     *
     * @param reason how it is known that the address works; stays in the audit trail, where the address is not
     * @throws InvalidMailSetting at {@code reason} when none is given
     */
    @Transactional
    public boolean lift(UUID id, String reason, Reader by) {
        onlyStaff(by);
        String why = reason.strip();
        InvalidMailSetting.unless(!why.isEmpty(), "reason", "Say why the address works again");
        InvalidMailSetting.unless(
                why.length() <= LONGEST_REASON, "reason", "Say it in at most %d characters".formatted(LONGEST_REASON));
        boolean lifted = jdbc.sql("DELETE FROM mail_suppression WHERE " + ID + " = ?")
                        .param(id.toString().replace("-", ""))
                        .update()
                == 1;
        if (lifted) {
            messages.publishEvent(new MailSettingChanged(
                    "suppression-lifted", "suppression:" + id, Map.of("reason", why), by.actor()));
        }
        return lifted;
    }

    private static UUID id(String hex) {
        return new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
    }

    private static String like(String text) {
        return "%" + normal(text.strip()).replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }

    static void add(JdbcClient jdbc, String address, @Nullable String reason, Instant since) {
        jdbc.sql("""
                INSERT INTO mail_suppression (address, reason, since_at) VALUES (?, ?, ?)
                ON DUPLICATE KEY UPDATE reason = VALUES(reason)
                """)
                .params(normal(address), reason == null ? "" : reason, Sql.utc(since))
                .update();
    }

    static String normal(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    static void onlyStaff(Reader by) {
        if (!by.is(Role.EDITOR) && !by.is(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("Only the team may look at addresses that mail does not reach");
        }
    }
}
