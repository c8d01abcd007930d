package org.safercommunities.portal.library.emergency;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.safercommunities.portal.audit.AuditNames;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Emergencies where the trail has their ids: when they began, and nothing else of them. */
@Component
class NamesOfEmergencies implements AuditNames {

    private final JdbcClient jdbc;

    NamesOfEmergencies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String type() {
        return "emergency";
    }

    @Override
    public Map<String, String> names(Collection<String> ids) {
        Map<String, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("SELECT id, opened_at FROM emergency_access WHERE id IN (:ids)")
                    .param("ids", ids)
                    .query(row -> {
                        names.put(
                                row.getString("id"),
                                "the emergency of %s".formatted(Dates.moment(Sql.moment(row, "opened_at"))));
                    });
        }
        return names;
    }
}
