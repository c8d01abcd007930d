package org.safercommunities.portal.bulletins;

import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rule of who may read a bulletin, as a condition that every query of it carries. One that is out: whoever its audience
 * admits, whether or not they subscribe, and whoever was sent it. Before that: editors. Each block is asked for by a rule of its own.
 */
@Component
class WhoMayReadBulletin {

    /** Over {@code bulletin b}: as {@link BulletinState#isOut}. */
    static final String OUT = "b.state IN ('SENDING', 'PAUSED', 'STOPPED', 'SENT')";

    /** To stand behind WHERE or AND, over {@code bulletin b}, with the parameters of {@link Reader#parameters}. */
    static final String CONDITION = """
            (:editor OR %s AND (EXISTS (SELECT 1 FROM bulletin_lock locks
                  WHERE locks.bulletin_id = b.id AND locks.token IN (:keys))
                OR EXISTS (SELECT 1 FROM bulletin_copy mine JOIN subscriber me ON me.id = mine.subscriber_id
                  WHERE mine.bulletin_id = b.id AND me.person_id = :me)))
            """.formatted(OUT);

    private final JdbcClient jdbc;

    WhoMayReadBulletin(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean admits(Reader reader, UUID bulletin) {
        return jdbc.sql("SELECT COUNT(*) FROM bulletin b WHERE b.id = :id AND " + CONDITION)
                        .params(reader.parameters())
                        .param("id", bulletin.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
