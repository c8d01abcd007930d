package org.safercommunities.portal.notifications.notices;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.shared.PersonalData;
import org.safercommunities.portal.shared.Sql;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody was told of, and when they want mail, for their own copy. Titles are not kept, so there are none. */
@Component
@Order(310)
class OwnNoticeData implements PersonalData {

    private final JdbcClient jdbc;

    OwnNoticeData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "notices";
    }

    @Override
    public String inWords() {
        return "What you were told of lately, whether you have read it, and when you want such notices by mail.";
    }

    @Override
    public Object of(UUID personId) {
        Map<String, Object> held = new LinkedHashMap<>();
        Map<String, String> choices = new LinkedHashMap<>();
        jdbc.sql("SELECT about, cadence FROM notice_choice WHERE person_id = ? ORDER BY about")
                .param(personId.toString())
                .query(row -> {
                    choices.put(row.getString("about"), row.getString("cadence"));
                });
        held.put("choices", choices);
        held.put("notices", notices(personId));
        return held;
    }

    private List<Map<String, Object>> notices(UUID person) {
        return jdbc.sql("SELECT occasion, path, at, read_at, mailed_at FROM notice WHERE person_id = ? ORDER BY at, id")
                .param(person.toString())
                .query((row, number) -> {
                    Map<String, Object> notice = new LinkedHashMap<>();
                    notice.put("occasion", row.getString("occasion"));
                    notice.put("path", row.getString("path"));
                    notice.put("at", Sql.moment(row, "at").toString());
                    for (String moment : List.of("read", "mailed")) {
                        if (row.getString(moment + "_at") != null) {
                            notice.put(moment, Sql.moment(row, moment + "_at").toString());
                        }
                    }
                    return notice;
                })
                .list();
    }
}
