package org.safercommunities.portal.bulletins;

import java.time.Instant;
import java.util.UUID;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For tests elsewhere that need a bulletin to be out. */
public final class DueBulletins {

    private DueBulletins() {}

    /** The two minutes of second thoughts are over, and it goes at once. */
    public static void send(ApplicationContext portal, UUID bulletin) {
        portal.getBean(JdbcClient.class)
                .sql("UPDATE bulletin SET send_at = ? WHERE id = ?")
                .param(Sql.utc(Instant.now().minusSeconds(1)))
                .param(bulletin.toString())
                .update();
        portal.getBean(BulletinSending.class).sendDue();
    }
}
