package org.safercommunities.portal.audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Whether the portal's own account at the database can only add to the trail. */
@Service
public class TrailProtection {

    private final JdbcClient jdbc;

    TrailProtection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** That lines and seals refuse to be changed is said by triggers: it holds for whoever may neither drop them nor the tables. */
    public boolean appendOnly() {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM (
                            SELECT privilege_type, NULL AS table_schema FROM information_schema.user_privileges
                             UNION ALL
                            SELECT privilege_type, table_schema FROM information_schema.schema_privileges
                             UNION ALL
                            SELECT privilege_type, table_schema FROM information_schema.table_privileges) AS given
                         WHERE given.privilege_type IN ('TRIGGER', 'DROP', 'ALTER', 'CREATE', 'SUPER', 'BINLOG REPLAY', 'CREATE USER')
                           AND (given.table_schema IS NULL OR DATABASE() LIKE given.table_schema)
                        """).query(Integer.class).single() == 0;
    }
}
