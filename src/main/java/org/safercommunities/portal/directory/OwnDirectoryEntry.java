package org.safercommunities.portal.directory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.shared.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody says of themselves in the directory, for their own copy. */
@Component
@Order(2)
class OwnDirectoryEntry implements PersonalData {

    private final JdbcClient jdbc;

    OwnDirectoryEntry(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "directory";
    }

    @Override
    public String inWords() {
        return "What you say of yourself in the directory, so that colleagues in other agencies find and reach you.";
    }

    @Override
    public Object of(UUID personId) {
        Map<String, Object> held = new LinkedHashMap<>();
        jdbc.sql("SELECT listed, job, phone, about, changed_at FROM directory_entry WHERE person_id = ?")
                .param(personId.toString())
                .query(row -> {
                    boolean listed = row.getBoolean("listed");
                    if (!row.wasNull()) {
                        held.put("listed", listed);
                    }
                    held.put("job", row.getString("job"));
                    held.put("phone", row.getString("phone"));
                    held.put("about", row.getString("about"));
                    held.put("changedAt", row.getObject("changed_at", java.time.LocalDateTime.class) + "Z");
                });
        held.put(
                "leads",
                jdbc.sql("SELECT topic FROM directory_lead WHERE person_id = ? ORDER BY topic")
                        .param(personId.toString())
                        .query(String.class)
                        .list());
        return held;
    }
}
