package org.safercommunities.portal.bulletins;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.shared.PersonalData;
import org.safercommunities.portal.shared.Sql;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody has chosen to get, for their own copy; also what they chose with the same address before they had an account. */
@Component
@Order(600)
class OwnSubscriberData implements PersonalData {

    private final JdbcClient jdbc;

    OwnSubscriberData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "bulletins";
    }

    @Override
    public String inWords() {
        return "Which bulletins you get, about which topics, and since when; that you ended it, so that no list brings you "
                + "back.";
    }

    @Override
    public Object of(UUID personId) {
        return jdbc.sql("""
                        SELECT s.*,
                               (SELECT GROUP_CONCAT(c.kind ORDER BY c.kind) FROM subscription c WHERE c.subscriber_id = s.id) AS kinds,
                               (SELECT GROUP_CONCAT(t.topic ORDER BY t.topic) FROM subscriber_topic t WHERE t.subscriber_id = s.id) AS topics
                          FROM subscriber s WHERE s.person_id = :person OR s.email = (SELECT p.email FROM person p WHERE p.id = :person)
                         ORDER BY s.confirmed_at
                        """)
                .param("person", personId.toString())
                .query((row, number) -> {
                    Map<String, Object> held = new LinkedHashMap<>();
                    held.put("kinds", listed(row.getString("kinds")));
                    held.put("topics", listed(row.getString("topics")));
                    held.put("basis", row.getString("basis"));
                    held.put("since", Sql.moment(row, "confirmed_at").toString());
                    if (row.getString("email") != null) {
                        held.put("address", row.getString("email"));
                        held.put("name", row.getString("name"));
                    }
                    if (row.getString("ended_by") != null) {
                        held.put("ended", Sql.moment(row, "ended_at").toString());
                        held.put("endedBy", row.getString("ended_by").equals("SELF") ? "you" : "the team");
                    }
                    return held;
                })
                .list();
    }

    private static List<String> listed(@org.jspecify.annotations.Nullable String text) {
        return text == null ? List.of() : List.of(text.split(","));
    }
}
