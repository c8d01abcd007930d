package org.safercommunities.portal.bulletins;

import java.util.ArrayList;
import java.util.Collection;
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
    private final BulletinReads reads;

    OwnSubscriberData(JdbcClient jdbc, BulletinReads reads) {
        this.jdbc = jdbc;
        this.reads = reads;
    }

    @Override
    public String section() {
        return "bulletins";
    }

    @Override
    public String inWords() {
        return "Which bulletins you get, about which topics, and since when; that you ended it, so that no list brings you "
                + "back; which you were sent; and for ninety days which you have read here, so that readers are counted once.";
    }

    @Override
    public Object of(UUID personId) {
        List<Object> all = new ArrayList<>(subscriptions(personId));
        List<Map<String, String>> read = told(reads.readBy(personId));
        if (!read.isEmpty()) {
            all.add(Map.of("read", read));
        }
        return all;
    }

    private List<Map<String, Object>> subscriptions(UUID personId) {
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
                    held.put("sent", told(sentTo(Sql.id(row, "id"))));
                    return held;
                })
                .list();
    }

    private List<UUID> sentTo(UUID subscriber) {
        return jdbc.sql("SELECT bulletin_id FROM bulletin_copy WHERE subscriber_id = ?")
                .param(subscriber.toString())
                .query((row, number) -> Sql.id(row, "bulletin_id"))
                .list();
    }

    /** Which bulletins these are, the newest first. */
    private List<Map<String, String>> told(Collection<UUID> bulletins) {
        if (bulletins.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("SELECT id, title, sent_at FROM bulletin WHERE id IN (:ids) ORDER BY sent_at DESC, id")
                .param("ids", bulletins.stream().map(UUID::toString).toList())
                .query((row, number) -> {
                    Map<String, String> bulletin = new LinkedHashMap<>();
                    bulletin.put("bulletin", row.getString("title"));
                    bulletin.put("id", row.getString("id"));
                    bulletin.put("sent", String.valueOf(Sql.instant(row, "sent_at")));
                    return bulletin;
                })
                .list();
    }

    private static List<String> listed(@org.jspecify.annotations.Nullable String text) {
        return text == null ? List.of() : List.of(text.split(","));
    }
}
