package org.safercommunities.portal.library.use;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.shared.PersonalData;
import org.safercommunities.portal.shared.Sql;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody said of documents, and which they opened, for their own copy. */
@Component
@Order(435)
class OwnUseData implements PersonalData {

    private final JdbcClient jdbc;
    private final Pseudonyms pseudonyms;

    OwnUseData(JdbcClient jdbc, Pseudonyms pseudonyms) {
        this.jdbc = jdbc;
        this.pseudonyms = pseudonyms;
    }

    @Override
    public String section() {
        return "useOfLibrary";
    }

    @Override
    public String inWords() {
        return "Whether you found documents useful, what you wrote to their owners, and, for thirteen months and under a pseudonym,"
                + " which you opened or downloaded, to count how many people read them.";
    }

    @Override
    public Object of(UUID personId) {
        Map<String, Object> held = new LinkedHashMap<>();
        held.put("answers", answers(personId));
        held.put("read", read(personId));
        return held;
    }

    private List<Map<String, Object>> answers(UUID person) {
        return jdbc.sql("SELECT document_id, useful, comment, answered_at FROM document_usefulness"
                        + " WHERE person_id = ? ORDER BY answered_at")
                .param(person.toString())
                .query((row, number) -> {
                    Map<String, Object> answer = new LinkedHashMap<>();
                    answer.put("document", row.getString("document_id"));
                    answer.put("useful", row.getBoolean("useful"));
                    answer.put("comment", row.getString("comment"));
                    answer.put("at", Sql.moment(row, "answered_at").toString());
                    return answer;
                })
                .list();
    }

    private List<Map<String, Object>> read(UUID person) {
        return jdbc.sql(
                        "SELECT document_id, day, opened, downloads FROM library_read WHERE reader = ? ORDER BY day, document_id")
                .param(pseudonyms.of(person))
                .query((row, number) -> {
                    Map<String, Object> line = new LinkedHashMap<>();
                    line.put("document", row.getString("document_id"));
                    line.put("day", row.getString("day"));
                    line.put("opened", row.getBoolean("opened"));
                    line.put("downloads", row.getInt("downloads"));
                    return line;
                })
                .list();
    }
}
