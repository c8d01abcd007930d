package org.safercommunities.portal.bulletins;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.events.WhoSeesEvents;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rule of who gets a bulletin: whoever subscribed to its kind, and to one of its topics if they chose some, is among its
 * audience and {@linkplain Reachable may be written to}. Read anew each time, so that a leaver drops out at once.
 */
@Service
public class Readership {

    private static final int PAGE = 2_000;

    private static final String RECIPIENTS = "  FROM subscription c JOIN subscriber s ON s.id = c.subscriber_id\n"
            + Reachable.JOINS + "WHERE c.kind = :kind AND " + Reachable.CONDITION
            + """
               AND (:anyTopic OR NOT EXISTS (SELECT 1 FROM subscriber_topic t WHERE t.subscriber_id = s.id)
                 OR EXISTS (SELECT 1 FROM subscriber_topic t WHERE t.subscriber_id = s.id AND t.topic IN (:topics)))
               AND (:everyone OR a.slug IN (:agencies)
                 OR EXISTS (SELECT 1 FROM group_now g WHERE g.person_id = s.person_id AND g.group_slug IN (:groups)))
               AND (:anyRole OR EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = s.person_id AND r.role IN (:roles)))
               AND (:anyEvent OR CAME)
            """.replace("CAME", WhoSeesEvents.came(":event", "s.person_id"));

    private final JdbcClient jdbc;
    private final Agencies agencies;

    Readership(JdbcClient jdbc, Agencies agencies) {
        this.jdbc = jdbc;
        this.agencies = agencies;
    }

    @Transactional(readOnly = true)
    public int count(BulletinAudience audience) {
        return jdbc.sql("SELECT COUNT(*)" + RECIPIENTS)
                .params(parameters(audience))
                .query(Integer.class)
                .single();
    }

    /** Whether there are more than so many: found without counting all of thousands. */
    @Transactional(readOnly = true)
    public boolean isMoreThan(BulletinAudience audience, int people) {
        return jdbc.sql("SELECT COUNT(*) FROM (SELECT s.id" + RECIPIENTS + " LIMIT :most) some")
                        .params(parameters(audience))
                        .param("most", people + 1)
                        .query(Integer.class)
                        .single()
                > people;
    }

    /** How many in each agency, by its slug, the most first; those of whom none is known stand under the empty text. */
    @Transactional(readOnly = true)
    public Map<String, Integer> countByAgency(BulletinAudience audience) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        jdbc.sql("SELECT COALESCE(a.slug, '') AS agency, COUNT(*) AS people" + RECIPIENTS
                        + "GROUP BY COALESCE(a.slug, '') ORDER BY people DESC, agency")
                .params(parameters(audience))
                .query(row -> {
                    counts.put(row.getString("agency"), row.getInt("people"));
                });
        return counts;
    }

    /**
     * One page of them, in the order of their ids.
     *
     * @param after the subscriber that the page before ended with; null for the first
     */
    @Transactional(readOnly = true)
    public List<Recipient> page(BulletinAudience audience, @Nullable UUID after, int size) {
        return jdbc.sql("SELECT s.id, s.person_id, s.secret, COALESCE(p.email, s.email) AS address,"
                        + " COALESCE(p.name, s.name) AS name, a.slug AS agency" + RECIPIENTS
                        + (after == null ? "" : "AND s.id > :after ") + "ORDER BY s.id LIMIT :size")
                .params(parameters(audience))
                .param("after", Objects.toString(after, ""))
                .param("size", size)
                .query(Readership::recipient)
                .list();
    }

    /** All of them, a page at a time: whoever takes them need not hold them all. */
    // Not for reading only: whoever takes a page may ask what each may see, which needs tables for a moment
    @Transactional
    public void each(BulletinAudience audience, Consumer<List<Recipient>> pages) {
        List<Recipient> page = page(audience, null, PAGE);
        while (!page.isEmpty()) {
            pages.accept(page);
            page = page.size() < PAGE
                    ? List.of()
                    : page(audience, page.getLast().subscriber(), PAGE);
        }
    }

    private static Recipient recipient(ResultSet row, int number) throws SQLException {
        UUID subscriber = Sql.id(row, "id");
        return new Recipient(
                subscriber,
                Sql.idOrNull(row, "person_id"),
                row.getString("address"),
                row.getString("name"),
                row.getString("agency"),
                new SecretLink(subscriber, row.getBytes("secret")).text());
    }

    private Map<String, Object> parameters(BulletinAudience audience) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("kind", audience.kind().name());
        parameters.put("address", Reachable.addressPattern());
        parameters.put("everyone", audience.everyone());
        parameters.put("agencies", orNothing(asTheyAreNow(audience.agencies())));
        parameters.put("groups", orNothing(audience.groups()));
        parameters.put("anyTopic", audience.topics().isEmpty());
        parameters.put("topics", orNothing(audience.topics()));
        parameters.put("anyRole", audience.roles().isEmpty());
        parameters.put(
                "roles", orNothing(audience.roles().stream().map(Enum::name).toList()));
        parameters.put("anyEvent", audience.attendedEvent() == null);
        parameters.put(
                "event",
                Objects.requireNonNullElse(audience.attendedEvent(), new UUID(0, 0))
                        .toString());
        return parameters;
    }

    /** What is meant for an agency is meant for the one that it became part of. */
    private Set<String> asTheyAreNow(Set<String> slugs) {
        if (slugs.isEmpty()) {
            return slugs;
        }
        Set<String> now = new HashSet<>();
        for (AgencySummary agency : agencies.all()) {
            if (slugs.contains(agency.slug())) {
                now.add(Objects.requireNonNullElse(agency.mergedInto(), agency.slug()));
            }
        }
        return now;
    }

    /** A list in SQL must hold something. */
    private static List<String> orNothing(Collection<String> values) {
        return values.isEmpty() ? List.of("") : new ArrayList<>(values);
    }
}
