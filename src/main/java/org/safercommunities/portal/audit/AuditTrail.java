package org.safercommunities.portal.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps and reads the audit trail. */
@Service
public class AuditTrail {

    private static final int AT_ONCE = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};
    private static final RowMapper<AuditLine> LINE = (row, number) -> new AuditLine(
            row.getLong("id"),
            row.getObject("at", java.time.LocalDateTime.class).toInstant(ZoneOffset.UTC),
            row.getObject("actor", java.util.UUID.class),
            row.getString("action"),
            row.getString("subject"),
            JSON.readValue(row.getString("details"), DETAILS),
            row.getBytes("seal") != null);

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes a line for every domain message that asks for one, in the message's own transaction. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(Audited message) {
        write(List.of(message.auditNote()));
    }

    /** The same for a message about many things: one statement for every {@value #AT_ONCE} lines. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AuditedTogether message) {
        List<AuditNote> notes = message.auditNotes();
        for (int from = 0; from < notes.size(); from += AT_ONCE) {
            write(notes.subList(from, Math.min(notes.size(), from + AT_ONCE)));
        }
    }

    private void write(List<AuditNote> notes) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<@Nullable Object> values = new ArrayList<>();
        for (AuditNote note : notes) {
            values.add(java.time.LocalDateTime.ofInstant(at, ZoneOffset.UTC));
            values.add(note.actor() == null ? null : note.actor().toString());
            values.add(note.action());
            values.add(note.subject());
            values.add(JSON.writeValueAsString(new TreeMap<>(note.details())));
        }
        jdbc.sql("INSERT INTO audit_row (at, actor, action, subject, details) VALUES "
                        + String.join(", ", Collections.nCopies(notes.size(), "(?, ?, ?, ?, ?)")))
                .params(values)
                .update();
    }

    /** The newest lines about one subject, at most {@code limit}, newest first. */
    @Transactional(readOnly = true)
    public List<AuditLine> of(String subject, int limit) {
        return jdbc.sql("SELECT * FROM audit_row WHERE subject = ? ORDER BY id DESC LIMIT ?")
                .param(subject)
                .param(limit)
                .query(LINE)
                .list();
    }

    /** The newest lines with one action about one subject, newest first. */
    @Transactional(readOnly = true)
    public List<AuditLine> of(String subject, String action, int offset, int limit) {
        return jdbc.sql("SELECT * FROM audit_row WHERE subject = ? AND action = ? ORDER BY id DESC LIMIT ? OFFSET ?")
                .params(List.of(subject, action, limit, offset))
                .query(LINE)
                .list();
    }

    /** Lines with one action that one person left about one subject from a moment on, newest first. */
    @Transactional(readOnly = true)
    public List<AuditLine> of(String subject, String action, UUID actor, Instant from) {
        return jdbc.sql("SELECT * FROM audit_row WHERE subject = ? AND action = ? AND actor = ? AND at >= ?"
                        + " ORDER BY id DESC")
                .params(List.of(
                        subject, action, actor.toString(), java.time.LocalDateTime.ofInstant(from, ZoneOffset.UTC)))
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
                    .param("from", java.time.LocalDateTime.ofInstant(from, ZoneOffset.UTC))
                    .query(String.class)
                    .list());
        }
        return found;
    }

    /** The newest lines of the whole trail, newest first. */
    @Transactional(readOnly = true)
    public List<AuditLine> newest(int offset, int limit) {
        return jdbc.sql("SELECT * FROM audit_row ORDER BY id DESC LIMIT ? OFFSET ?")
                .params(List.of(limit, offset))
                .query(LINE)
                .list();
    }

    /**
     * The newest lines that fit, newest first.
     *
     * @param before only lines older than the one with this id, for the next page; null for the first
     */
    @Transactional(readOnly = true)
    public List<AuditLine> search(AuditFilter filter, @Nullable Long before, int limit) {
        StringBuilder sql = new StringBuilder("SELECT * FROM audit_row WHERE TRUE");
        List<Object> values = new ArrayList<>();
        if (filter.subject() != null) {
            boolean allOfType = filter.subject().endsWith(":");
            sql.append(allOfType ? " AND subject LIKE ?" : " AND subject = ?");
            values.add(allOfType ? filter.subject() + "%" : filter.subject());
        }
        if (filter.action() != null) {
            sql.append(" AND action = ?");
            values.add(filter.action());
        }
        if (filter.actor() != null) {
            sql.append(" AND actor = ?");
            values.add(filter.actor().toString());
        }
        if (before != null) {
            sql.append(" AND id < ?");
            values.add(before);
        }
        values.add(limit);
        return jdbc.sql(sql.append(" ORDER BY id DESC LIMIT ?").toString())
                .params(values)
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
