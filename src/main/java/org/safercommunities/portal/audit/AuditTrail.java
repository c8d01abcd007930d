package org.safercommunities.portal.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the audit trail. */
@Service
public class AuditTrail {

    private static final int AT_ONCE = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};
    private static final RowMapper<AuditLine> LINE = (row, number) -> new AuditLine(
            row.getLong("id"),
            Sql.moment(row, "at"),
            Sql.idOrNull(row, "actor"),
            row.getString("agency"),
            row.getString("action"),
            row.getString("subject"),
            AuditResult.of(row.getString("result")),
            JSON.readValue(row.getString("details"), DETAILS),
            row.getBoolean("sealed"));

    /** Lines are sealed in the order of their ids, so one look at the newest seal says it of all. */
    private static final String LINES =
            "SELECT r.*, r.id <= (SELECT COALESCE(MAX(s.line), 0) FROM audit_seal s) AS sealed FROM audit_row r WHERE ";

    private final JdbcClient jdbc;

    AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest lines about one subject, at most {@code limit}, newest first. */
    @Transactional(readOnly = true)
    public List<AuditLine> of(String subject, int limit) {
        return jdbc.sql(LINES + "subject = ? ORDER BY id DESC LIMIT ?")
                .param(subject)
                .param(limit)
                .query(LINE)
                .list();
    }

    /** The newest lines with one action about one subject, newest first. */
    @Transactional(readOnly = true)
    public List<AuditLine> of(String subject, String action, int offset, int limit) {
        return jdbc.sql(LINES + "subject = ? AND action = ? ORDER BY id DESC LIMIT ? OFFSET ?")
                .params(List.of(subject, action, limit, offset))
                .query(LINE)
                .list();
    }

    /** Lines with one action that one person left about one subject from a moment on, newest first. */
    @Transactional(readOnly = true)
    public List<AuditLine> of(String subject, String action, UUID actor, Instant from) {
        return jdbc.sql(LINES + "subject = ? AND action = ? AND actor = ? AND at >= ?" + " ORDER BY id DESC")
                .params(List.of(subject, action, actor.toString(), Sql.utc(from)))
                .query(LINE)
                .list();
    }

    /** How many lines with one action there are about one subject. */
    @Transactional(readOnly = true)
    public int count(String subject, String action) {
        return jdbc.sql("SELECT COUNT(*) FROM audit_row WHERE subject = ? AND action = ?")
                .params(List.of(subject, action))
                .query(Integer.class)
                .single();
    }

    /** How many there are about each of these subjects; those without any are left out. One statement. */
    @Transactional(readOnly = true)
    public Map<String, Integer> counts(Collection<String> subjects, String action) {
        return subjects.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("SELECT subject, COUNT(*) AS found FROM audit_row"
                                + " WHERE subject IN (:subjects) AND action = :action GROUP BY subject")
                        .param("subjects", List.copyOf(subjects))
                        .param("action", action)
                        .query((row, number) -> Map.entry(row.getString("subject"), row.getInt("found")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Which of these subjects have a line with one action since then. A statement for each thousand. */
    @Transactional(readOnly = true)
    public Set<String> subjectsSince(String action, Collection<String> subjects, Instant from) {
        Set<String> found = new HashSet<>();
        List<String> all = List.copyOf(subjects);
        for (int first = 0; first < all.size(); first += AT_ONCE) {
            found.addAll(jdbc.sql("SELECT DISTINCT subject FROM audit_row"
                            + " WHERE subject IN (:subjects) AND action = :action AND at >= :from")
                    .param("subjects", all.subList(first, Math.min(all.size(), first + AT_ONCE)))
                    .param("action", action)
                    .param("from", Sql.utc(from))
                    .query(String.class)
                    .list());
        }
        return found;
    }

    /** The newest lines of the whole trail, newest first. */
    @Transactional(readOnly = true)
    public List<AuditLine> newest(int offset, int limit) {
        return jdbc.sql(LINES + "TRUE ORDER BY id DESC LIMIT ? OFFSET ?")
                .params(List.of(limit, offset))
                .query(LINE)
                .list();
    }

    /**
     * The newest lines that fit, newest first. One statement.
     *
     * @param before only lines older than the one with this id, for the next page; null for the first
     */
    @Transactional(readOnly = true)
    public List<AuditLine> search(AuditFilter filter, @Nullable Long before, int limit) {
        AuditCondition condition = AuditCondition.of(filter).before(before);
        return jdbc.sql(LINES + condition.sql() + " ORDER BY r.id DESC LIMIT " + limit)
                .params(condition.values())
                .query(LINE)
                .list();
    }

    /**
     * The newest lines of what one person did, and of what was done to their account, newest first. One statement.
     *
     * @param before as for {@link #search}
     */
    @Transactional(readOnly = true)
    public List<AuditLine> of(UUID person, @Nullable Long before, int limit) {
        AuditCondition by = AuditCondition.of(AuditFilter.by(person)).before(before);
        AuditCondition about =
                AuditCondition.of(AuditFilter.about("person:" + person)).before(before);
        List<Object> values = new ArrayList<>(by.values());
        values.addAll(about.values());
        String some = " ORDER BY r.id DESC LIMIT " + limit;
        return jdbc.sql("(" + LINES + by.sql() + some + ") UNION (" + LINES + about.sql() + some
                        + ") ORDER BY id DESC LIMIT " + limit)
                .params(values)
                .query(LINE)
                .list();
    }

    /**
     * The newest lines that others left about other things and that name a person among their details, newest first. Reads the whole
     * trail, for no index could have this.
     */
    @Transactional(readOnly = true)
    List<AuditLine> naming(UUID person, int limit) {
        return jdbc.sql(LINES + "r.details LIKE ? AND (r.actor IS NULL OR r.actor <> ?) AND r.subject <> ?"
                        + " ORDER BY r.id DESC LIMIT " + limit)
                .params("%" + person + "%", person.toString(), "person:" + person)
                .query(LINE)
                .list();
    }

    /** Every action that the trail has a line of. */
    @Transactional(readOnly = true)
    public List<String> actions() {
        return jdbc.sql("SELECT DISTINCT action FROM audit_row ORDER BY action")
                .query(String.class)
                .list();
    }
}
