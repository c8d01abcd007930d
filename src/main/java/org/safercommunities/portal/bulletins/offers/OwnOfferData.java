package org.safercommunities.portal.bulletins.offers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.shared.PersonalData;
import org.safercommunities.portal.shared.Sql;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The items that somebody wrote or offered for bulletins, and what they did with items, for their own copy. */
@Component
@Order(610)
class OwnOfferData implements PersonalData {

    private final JdbcClient jdbc;

    OwnOfferData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "bulletinOffers";
    }

    @Override
    public String inWords() {
        return "The items for bulletins that you wrote or offered for your agency, and what you did with items.";
    }

    @Override
    public Object of(UUID personId) {
        Map<String, Object> held = new LinkedHashMap<>();
        held.put("items", items(personId));
        held.put("steps", steps(personId));
        return held;
    }

    private List<Map<String, Object>> items(UUID person) {
        return jdbc.sql("""
                SELECT id, state, content, changed_at, offered_at, reason FROM bulletin_offer
                 WHERE created_by = :person OR changed_by = :person OR offered_by = :person ORDER BY changed_at, id
                """)
                .param("person", person.toString())
                .query((row, number) -> {
                    Map<String, Object> item = new LinkedHashMap<>();
                    OfferContent content = OfferContent.ofJson(row.getString("content"));
                    item.put("id", row.getString("id"));
                    item.put("title", content.title());
                    item.put("words", content.words());
                    item.put("link", content.link());
                    item.put("state", row.getString("state"));
                    item.put("changed", Sql.moment(row, "changed_at").toString());
                    if (row.getString("offered_at") != null) {
                        item.put("offered", Sql.moment(row, "offered_at").toString());
                    }
                    if (row.getString("reason") != null) {
                        item.put("declinedBecause", row.getString("reason"));
                    }
                    return item;
                })
                .list();
    }

    private List<Map<String, Object>> steps(UUID person) {
        return jdbc.sql("SELECT offer_id, what, at, words FROM bulletin_offer_step WHERE person = ? ORDER BY id")
                .param(person.toString())
                .query((row, number) -> {
                    Map<String, Object> step = new LinkedHashMap<>();
                    step.put("item", row.getString("offer_id"));
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
