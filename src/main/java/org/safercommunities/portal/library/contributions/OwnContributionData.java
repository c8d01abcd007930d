package org.safercommunities.portal.library.contributions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.shared.PersonalData;
import org.safercommunities.portal.shared.Sql;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The documents that somebody offered, and what they did with offered ones, for their own copy. */
@Component
@Order(620)
class OwnContributionData implements PersonalData {

    private final JdbcClient jdbc;

    OwnContributionData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "documentOffers";
    }

    @Override
    public String inWords() {
        return "The documents that you offered for the library, and what you did with offered ones.";
    }

    @Override
    public Object of(UUID personId) {
        Map<String, Object> held = new LinkedHashMap<>();
        held.put("offers", offers(personId));
        held.put("steps", steps(personId));
        return held;
    }

    private List<Map<String, Object>> offers(UUID person) {
        return jdbc.sql(ContributionRows.SELECT + "o.author = ? ORDER BY o.changed_at, o.id")
                .param(person.toString())
                .query((row, number) -> said(ContributionRows.details(row, number)))
                .list();
    }

    private static Map<String, Object> said(ContributionDetails offer) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("id", offer.id().toString());
        said.put("title", offer.title());
        said.put("description", offer.content().description());
        said.put("whoMaySeeIt", offer.content().audienceWish());
        said.put("whatChanged", offer.content().note());
        said.put("agency", offer.agency());
        said.put("named", offer.content().named());
        said.put("state", offer.state().name());
        said.put("changed", offer.changedAt().toString());
        var file = offer.file();
        if (file != null) {
            said.put("file", file.fileName());
        }
        var sent = offer.sentAt();
        if (sent != null) {
            said.put("sent", sent.toString());
        }
        var reason = offer.reason();
        if (reason != null) {
            said.put("declinedBecause", reason);
        }
        return said;
    }

    private List<Map<String, Object>> steps(UUID person) {
        return jdbc.sql("SELECT offer_id, what, at, words FROM document_offer_step WHERE person = ? ORDER BY id")
                .param(person.toString())
                .query((row, number) -> {
                    Map<String, Object> step = new LinkedHashMap<>();
                    step.put("offer", row.getString("offer_id"));
                    step.put("what", row.getString("what"));
                    step.put("at", Sql.moment(row, "at").toString());
                    if (row.getString("words") != null) {
                        step.put("words", row.getString("words"));
                    }
                    return step;
                })
                .list();
    }
}
