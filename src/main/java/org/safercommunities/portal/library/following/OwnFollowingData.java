package org.safercommunities.portal.library.following;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.shared.PersonalData;
import org.safercommunities.portal.shared.Sql;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody follows and has saved, for their own copy. */
@Component
@Order(430)
class OwnFollowingData implements PersonalData {

    private final JdbcClient jdbc;

    OwnFollowingData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "following";
    }

    @Override
    public String inWords() {
        return "The topics, packs and documents you follow, and the searches you saved, so that you are told of what is new.";
    }

    @Override
    public Object of(UUID personId) {
        Map<String, Object> held = new LinkedHashMap<>();
        held.put(
                "follows",
                rows("SELECT type, thing, since FROM library_follow WHERE person_id = ? ORDER BY since", personId));
        held.put(
                "savedSearches",
                rows(
                        "SELECT name, query AS thing, created_at AS since, 'search' AS type FROM saved_search"
                                + " WHERE person_id = ? ORDER BY created_at",
                        personId));
        return held;
    }

    private List<Map<String, String>> rows(String statement, UUID person) {
        return jdbc.sql(statement)
                .param(person.toString())
                .query((row, number) -> {
                    Map<String, String> line = new LinkedHashMap<>();
                    String type = row.getString("type");
                    line.put("type", type);
                    line.put("thing", row.getString("thing"));
                    if (type.equals("search")) {
                        line.put("name", row.getString("name"));
                    }
                    line.put("since", Sql.moment(row, "since").toString());
                    return line;
                })
                .list();
    }
}
