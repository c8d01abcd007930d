package org.safercommunities.portal.notifications;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The addresses that a mail server has refused for good, for those who look after the portal. A person's own mail is still tried. */
@Service
public class Suppressions {

    private final JdbcClient jdbc;

    Suppressions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Suppression> newest(int offset, int limit, Reader by) {
        onlyStaff(by);
        return jdbc.sql("""
                SELECT address, reason, since_at FROM mail_suppression
                 ORDER BY since_at DESC, address LIMIT ? OFFSET ?
                """)
                .params(limit, offset)
                .query((row, number) ->
                        new Suppression(row.getString("address"), row.getString("reason"), Sql.moment(row, "since_at")))
                .list();
    }

    @Transactional(readOnly = true)
    public int count(Reader by) {
        onlyStaff(by);
        return jdbc.sql("SELECT COUNT(*) FROM mail_suppression")
                .query(Integer.class)
                .single();
    }

    /** Has mail to many tried again with this address from the next batch on. Returns false when it was not suppressed. */
    @Transactional
    public boolean lift(String address, Reader by) {
        onlyStaff(by);
        return jdbc.sql("DELETE FROM mail_suppression WHERE address = ?")
                        .param(normal(address))
                        .update()
                == 1;
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

    private static void onlyStaff(Reader by) {
        if (!by.is(Role.EDITOR) && !by.is(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("Only the team may look at addresses that mail does not reach");
        }
    }
}
