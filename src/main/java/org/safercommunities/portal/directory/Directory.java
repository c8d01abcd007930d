package org.safercommunities.portal.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.Topics;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people to turn to in every agency. Everybody who may sign in reads it; each keeps their own entry. In it are coordinators and the
 * team unless they do not want to be, and whoever else wants to be; nobody whose membership has ended.
 */
@Service
public class Directory {

    private static final String LISTED = """
              FROM person p
              JOIN membership m ON m.person_id = p.id AND m.ended_at IS NULL
              JOIN agency a ON a.slug = m.agency AND a.ended_at IS NULL
              LEFT JOIN directory_entry e ON e.person_id = p.id
              LEFT JOIN person_role c ON c.person_id = p.id AND c.role = 'COORDINATOR'
              LEFT JOIN person_role t ON t.person_id = p.id AND t.role = 'EDITOR'
             WHERE COALESCE(e.listed, c.role IS NOT NULL OR t.role IS NOT NULL)
               AND (:topic IS NULL OR EXISTS (SELECT 1 FROM directory_lead l WHERE l.person_id = p.id AND l.topic = :topic))
               AND (:agency IS NULL OR m.agency = :agency)
               AND (:who = 'ALL' OR :who = 'TEAM' AND t.role IS NOT NULL OR :who = 'COORDINATORS' AND c.role IS NOT NULL)
            """;

    private static final int MOST_WORDS = 8;

    private final JdbcClient jdbc;
    private final Topics topics;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    Directory(JdbcClient jdbc, Topics topics, ApplicationEventPublisher messages, Clock clock) {
        this.jdbc = jdbc;
        this.topics = topics;
        this.messages = messages;
        this.clock = clock;
    }

    /** The team first, then by agency and name. One statement. */
    @Transactional(readOnly = true)
    public List<DirectoryPerson> search(DirectoryQuery query, int offset, int limit) {
        return asked(
                        "SELECT p.id, p.name, p.email, m.agency, a.name AS agency_name, c.role IS NOT NULL AS coordinates,"
                                + " t.role IS NOT NULL AS team, COALESCE(e.job, '') AS job, COALESCE(e.phone, '') AS phone,"
                                + " COALESCE(e.about, '') AS about, (SELECT GROUP_CONCAT(l.topic ORDER BY l.topic)"
                                + " FROM directory_lead l WHERE l.person_id = p.id) AS leads",
                        query,
                        " ORDER BY t.role IS NULL, a.name, c.role IS NULL, p.name, p.id LIMIT :limit OFFSET :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query(Directory::person)
                .list();
    }

    @Transactional(readOnly = true)
    public int count(DirectoryQuery query) {
        return asked("SELECT COUNT(*)", query, "").query(Integer.class).single();
    }

    private JdbcClient.StatementSpec asked(String select, DirectoryQuery query, String rest) {
        List<String> words = Arrays.stream(query.words().strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        // Addresses are kept letter by letter; here nobody minds capitals and accents
        StringBuilder sql = new StringBuilder(select).append(LISTED);
        for (int i = 0; i < words.size(); i++) {
            sql.append(
                            " AND CONCAT_WS(' ', p.name, p.email, a.name, e.job, e.about) COLLATE utf8mb4_uca1400_ai_ci LIKE :word")
                    .append(i);
        }
        JdbcClient.StatementSpec statement = jdbc.sql(sql.append(rest).toString())
                .param("topic", query.topic())
                .param("agency", query.agency())
                .param("who", query.who().name());
        for (int i = 0; i < words.size(); i++) {
            statement = statement.param("word" + i, like(words.get(i)));
        }
        return statement;
    }

    private static String like(String word) {
        return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** What somebody has said of themselves so far. */
    @Transactional(readOnly = true)
    public DirectoryEntry mine(Reader me) {
        Set<String> leads = new HashSet<>(jdbc.sql("SELECT topic FROM directory_lead WHERE person_id = ?")
                .param(me.personId().toString())
                .query(String.class)
                .list());
        return jdbc.sql("SELECT listed, job, phone, about FROM directory_entry WHERE person_id = ?")
                .param(me.personId().toString())
                .query((row, number) -> new DirectoryEntry(
                        listed(row), row.getString("job"), row.getString("phone"), row.getString("about"), leads))
                .optional()
                .orElse(DirectoryEntry.NONE);
    }

    /** Whether somebody is in it, by what they have decided or by their role. */
    @Transactional(readOnly = true)
    public boolean lists(Reader me) {
        return jdbc.sql("SELECT COUNT(*)" + LISTED + " AND p.id = :me")
                        .param("topic", null)
                        .param("agency", null)
                        .param("who", DirectoryQuery.Who.ALL.name())
                        .param("me", me.personId().toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @throws InvalidDirectoryEntry when a topic is none */
    @Transactional
    public void keep(DirectoryEntry entry, Reader me) {
        Map<String, String> known = topics.names();
        for (String topic : entry.leads()) {
            if (!known.containsKey(topic)) {
                throw new InvalidDirectoryEntry(
                        "leads",
                        "“%s” is not a topic. Use some of: %s".formatted(topic, String.join(", ", known.keySet())));
            }
        }
        String id = me.personId().toString();
        jdbc.sql("""
                        INSERT INTO directory_entry (person_id, listed, job, phone, about, changed_at)
                        VALUES (:me, :listed, :job, :phone, :about, :now)
                        ON DUPLICATE KEY UPDATE listed = :listed, job = :job, phone = :phone, about = :about, changed_at = :now
                        """)
                .param("me", id)
                .param("listed", entry.listed())
                .param("job", entry.job())
                .param("phone", entry.phone())
                .param("about", entry.about())
                .param("now", Sql.utc(clock.instant()))
                .update();
        jdbc.sql("DELETE FROM directory_lead WHERE person_id = ?").param(id).update();
        for (String topic : entry.leads()) {
            jdbc.sql("INSERT INTO directory_lead (person_id, topic) VALUES (?, ?)")
                    .params(id, topic)
                    .update();
        }
        messages.publishEvent(new DirectoryEntryChanged(me.personId(), entry.listed()));
    }

    private static @Nullable Boolean listed(ResultSet row) throws SQLException {
        boolean listed = row.getBoolean("listed");
        return row.wasNull() ? null : listed;
    }

    private static DirectoryPerson person(ResultSet row, int number) throws SQLException {
        String leads = row.getString("leads");
        return new DirectoryPerson(
                UUID.fromString(row.getString("id")),
                row.getString("name"),
                row.getString("email"),
                row.getString("agency"),
                row.getString("agency_name"),
                row.getBoolean("coordinates"),
                row.getBoolean("team"),
                row.getString("job"),
                row.getString("phone"),
                row.getString("about"),
                leads == null ? new ArrayList<>() : List.of(leads.split(",")));
    }
}
