package org.safercommunities.portal.surveys;

import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.shared.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which surveys somebody was asked, for their own copy. What they answered is not theirs any more: nobody can tell. */
@Component
@Order(400)
class OwnSurveyData implements PersonalData {

    private final JdbcClient jdbc;

    OwnSurveyData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "surveys";
    }

    @Override
    public String inWords() {
        return "Which surveys you were asked, and whether you answered. Your answers are kept without whose they are.";
    }

    @Override
    public Object of(UUID personId) {
        return jdbc.sql("SELECT s.id, s.title, i.answered FROM survey_invited i JOIN survey s ON s.id = i.survey_id"
                        + " WHERE i.person_id = ? ORDER BY s.created_at, s.id")
                .param(personId.toString())
                .query((row, number) -> Map.of(
                        "survey",
                        row.getString("title"),
                        "id",
                        row.getString("id"),
                        "answered",
                        row.getBoolean("answered")))
                .list();
    }
}
