package org.safercommunities.portal.bulletins;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.bulletins.SubscriberRows.EndedBy;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Subscribers as staff look them up, one statement for each page of them. */
@Service
public class SubscriberList {

    private static final String FROM =
            "  FROM subscriber s\n" + Reachable.JOINS + "WHERE " + Reachable.CONDITION + " <> :ended";

    private final JdbcClient jdbc;

    SubscriberList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public int count(SubscriberFilter filter, Reader by) {
        WhoRunsBulletins.unlessStaff(by);
        return jdbc.sql("SELECT COUNT(*)" + FROM + condition(filter))
                .params(parameters(filter))
                .query(Integer.class)
                .single();
    }

    /** By name or, without one, by address. */
    @Transactional(readOnly = true)
    public List<SubscriberSummary> search(SubscriberFilter filter, int offset, int limit, Reader by) {
        WhoRunsBulletins.unlessStaff(by);
        return jdbc.sql("""
                        SELECT s.id, COALESCE(p.name, s.name) AS name, COALESCE(p.email, s.email) AS email, s.person_id, a.name AS agency,
                               s.basis, s.confirmed_at, s.ended_at, s.ended_by,
                               (SELECT GROUP_CONCAT(c.kind) FROM subscription c WHERE c.subscriber_id = s.id) AS kinds,
                               (SELECT GROUP_CONCAT(t.topic) FROM subscriber_topic t WHERE t.subscriber_id = s.id) AS topics
                        """ + FROM + condition(filter)
                        + " ORDER BY COALESCE(NULLIF(p.name, ''), NULLIF(s.name, ''), p.email, s.email), s.id"
                        + " LIMIT :limit OFFSET :offset")
                .params(parameters(filter))
                .param("limit", limit)
                .param("offset", offset)
                .query(SubscriberList::summary)
                .list();
    }

    private static String condition(SubscriberFilter filter) {
        StringBuilder condition = new StringBuilder();
        if (!filter.text().isBlank()) {
            condition.append(
                    " AND (COALESCE(p.name, s.name) LIKE :text OR COALESCE(p.email, s.email) LIKE LOWER(:text))");
        }
        if (filter.kind() != null) {
            condition.append(
                    " AND EXISTS (SELECT 1 FROM subscription c WHERE c.subscriber_id = s.id AND c.kind = :kind)");
        }
        if (filter.agency() != null) {
            condition.append(" AND a.slug = :agency");
        }
        if (filter.topic() != null) {
            condition.append(
                    " AND (NOT EXISTS (SELECT 1 FROM subscriber_topic t WHERE t.subscriber_id = s.id) OR EXISTS"
                            + " (SELECT 1 FROM subscriber_topic t WHERE t.subscriber_id = s.id AND t.topic = :topic))");
        }
        return condition.toString();
    }

    private static Map<String, Object> parameters(SubscriberFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("ended", filter.ended());
        parameters.put("address", Reachable.addressPattern());
        String text = filter.text().strip();
        parameters.put("text", "%" + text.replaceAll("[\\\\%_]", "\\\\$0") + "%");
        if (filter.kind() != null) {
            parameters.put("kind", filter.kind().name());
        }
        if (filter.agency() != null) {
            parameters.put("agency", filter.agency());
        }
        if (filter.topic() != null) {
            parameters.put("topic", filter.topic());
        }
        return parameters;
    }

    private static SubscriberSummary summary(ResultSet row, int number) throws SQLException {
        String agency = row.getString("agency");
        String kinds = row.getString("kinds");
        String topics = row.getString("topics");
        return new SubscriberSummary(
                Sql.id(row, "id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("person_id") != null,
                agency == null ? "" : agency,
                SubscriptionChoice.ofTexts(kinds == null ? "" : kinds, topics == null ? "" : topics),
                row.getString("basis"),
                Sql.moment(row, "confirmed_at"),
                Sql.instant(row, "ended_at"),
                EndedBy.SELF.name().equals(row.getString("ended_by")));
    }
}
