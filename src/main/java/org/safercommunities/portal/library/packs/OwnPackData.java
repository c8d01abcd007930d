package org.safercommunities.portal.library.packs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.shared.PersonalData;
import org.safercommunities.portal.shared.Sql;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody took out with packs, for their own copy. */
@Component
@Order(320)
class OwnPackData implements PersonalData {

    private final JdbcClient jdbc;

    OwnPackData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "takenWithPacks";
    }

    @Override
    public String inWords() {
        return "The documents that you took out with a pack, so that the portal can tell you of a newer version.";
    }

    @Override
    public Object of(UUID personId) {
        return jdbc.sql(
                        "SELECT document_id, pack_id, number, taken_at FROM pack_taker WHERE person_id = ? ORDER BY taken_at")
                .param(personId.toString())
                .query((row, number) -> {
                    Map<String, Object> taken = new LinkedHashMap<>();
                    taken.put("document", row.getString("document_id"));
                    taken.put("pack", row.getString("pack_id"));
                    taken.put("version", row.getInt("number"));
                    taken.put("at", Sql.moment(row, "taken_at").toString());
                    return taken;
                })
                .list();
    }
}
