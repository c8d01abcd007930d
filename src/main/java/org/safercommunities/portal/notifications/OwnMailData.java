package org.safercommunities.portal.notifications;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.shared.PersonalData;
import org.safercommunities.portal.shared.Sql;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mails that somebody was sent, and whether their address refused any, for their own copy. */
@Component
@Order(700)
class OwnMailData implements PersonalData {

    private static final String ADDRESS = "(SELECT p.email FROM person p WHERE p.id = ?)";

    private final JdbcClient jdbc;

    OwnMailData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "mails";
    }

    @Override
    public String inWords() {
        return "The mails that the portal sent to your address, and whether it refused any.";
    }

    @Override
    public Object of(UUID personId) {
        Map<String, Object> held = new LinkedHashMap<>();
        held.put("mails", mails(personId));
        held.put(
                "refused",
                jdbc.sql("SELECT address, reason, since_at FROM mail_suppression WHERE address = " + ADDRESS)
                        .param(personId.toString())
                        .query((row, number) -> Map.of(
                                "address",
                                row.getString("address"),
                                "reason",
                                row.getString("reason"),
                                "since",
                                Sql.moment(row, "since_at").toString()))
                        .list());
        return held;
    }

    private List<Map<String, String>> mails(UUID person) {
        return jdbc.sql("""
                        SELECT m.id, m.to_address, m.to_name, m.kind, m.reference, COALESCE(m.subject, f.subject) AS subject, m.text,
                               m.vals, m.state, m.created_at
                          FROM mail m LEFT JOIN mail_form f ON f.id = m.form_id WHERE m.to_address =
                        """ + ADDRESS + " ORDER BY m.created_at, m.id")
                .param(person.toString())
                .query((row, number) -> {
                    Map<String, String> mail = new LinkedHashMap<>();
                    mail.put("id", row.getString("id"));
                    mail.put("address", row.getString("to_address"));
                    mail.put("name", row.getString("to_name"));
                    mail.put("kind", row.getString("kind"));
                    put(mail, "about", row.getString("reference"));
                    put(mail, "subject", row.getString("subject"));
                    put(mail, "text", row.getString("text"));
                    put(mail, "yours", row.getString("vals"));
                    mail.put("state", row.getString("state"));
                    mail.put("written", Sql.moment(row, "created_at").toString());
                    return mail;
                })
                .list();
    }

    private static void put(Map<String, String> mail, String name, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            mail.put(name, value);
        }
    }
}
