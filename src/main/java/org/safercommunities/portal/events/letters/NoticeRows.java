package org.safercommunities.portal.events.letters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safercommunities.portal.events.NoticeKind;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The notes, as those who write letters work on them: one letter's at a time, each node on its own. */
@Repository
class NoticeRows {

    private static final int AT_ONCE = 100;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The first note of each letter that is due. Messages of the team are letters of their own. */
    List<Long> due() {
        return jdbc.sql("""
                SELECT n.id FROM event_notice n
                 WHERE n.due_at <= :now AND (n.kind = 'MESSAGE' OR NOT EXISTS (
                       SELECT 1 FROM event_notice before_it WHERE before_it.booking_id = n.booking_id
                          AND before_it.kind = n.kind AND before_it.id < n.id AND before_it.due_at <= :now))
                 ORDER BY n.due_at, n.id LIMIT :most
                """)
                .param("now", now())
                .param("most", AT_ONCE)
                .query(Long.class)
                .list();
    }

    /**
     * Takes up a note and all others that the same booking is to be told in the same letter. They are held until the caller's
     * transaction ends; empty when another node has them, or has told already.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Notice> claim(long id) {
        Optional<Notice> first = jdbc.sql(
                        "SELECT * FROM event_notice WHERE id = ? AND due_at <= ? FOR UPDATE SKIP LOCKED")
                .param(id)
                .param(now())
                .query(NoticeRows::notice)
                .optional();
        List<Notice> together = new ArrayList<>();
        first.ifPresent(together::add);
        first.filter(notice -> notice.booking() != null && notice.kind() != NoticeKind.MESSAGE)
                .ifPresent(notice -> together.addAll(heldOf(others(notice))));
        return together;
    }

    /** Read without holding them: what is looked for in an order holds neighbours too, and two nodes would wait for each other. */
    private List<Long> others(Notice first) {
        return jdbc.sql("""
                SELECT id FROM event_notice WHERE booking_id = ? AND kind = ? AND id > ? AND due_at <= ? ORDER BY id
                """)
                .param(String.valueOf(first.booking()))
                .param(first.kind().name())
                .param(first.id())
                .param(now())
                .query(Long.class)
                .list();
    }

    private List<Notice> heldOf(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT * FROM event_notice WHERE id IN (:ids) ORDER BY id FOR UPDATE SKIP LOCKED")
                        .param("ids", ids)
                        .query(NoticeRows::notice)
                        .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void delete(List<Notice> told) {
        jdbc.sql("DELETE FROM event_notice WHERE id IN (:ids)")
                .param("ids", told.stream().map(Notice::id).toList())
                .update();
    }

    /** Puts off what could not be told now, by 2 seconds at first and an hour at most, so that it is in nobody's way. */
    @Transactional
    public void putOff(long id) {
        jdbc.sql("""
                UPDATE event_notice n JOIN event_notice failed ON failed.id = :id
                   SET n.due_at = DATE_ADD(:now, INTERVAL LEAST(:longest, 2 << LEAST(failed.attempts, 12)) SECOND),
                       n.attempts = n.attempts + 1
                 WHERE n.id = failed.id
                    OR (n.booking_id = failed.booking_id AND n.kind = failed.kind AND n.kind <> 'MESSAGE' AND n.due_at <= :now)
                """)
                .param("id", id)
                .param("now", now())
                .param("longest", LONGEST_PAUSE.toSeconds())
                .update();
    }

    /** How many have failed at least so often. */
    int failing(int attempts) {
        return jdbc.sql("SELECT COUNT(*) FROM event_notice WHERE attempts >= ?")
                .param(attempts)
                .query(Integer.class)
                .single();
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getLong("id"),
                NoticeKind.valueOf(row.getString("kind")),
                Sql.id(row, "event_id"),
                Sql.idOrNull(row, "booking_id"),
                Sql.idOrNull(row, "place_id"),
                row.getString("subject"),
                row.getString("words"));
    }

    private LocalDateTime now() {
        return Sql.utc(clock.instant());
    }
}
