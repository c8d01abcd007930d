package org.safercommunities.portal.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** People's own mail in the outbox, as those who send work on it: one row at a time, so that a crash leaves one in doubt a lane. */
@Repository
class MailRows {

    /** Longer than any conversation with a mail server may last. */
    static final Duration LONGEST_SENDING = Duration.ofMinutes(10);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
    private static final TypeReference<List<CalendarPart>> CALENDAR = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Clock clock;

    MailRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    UUID add(Mail mail) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO mail (id, to_address, to_name, kind, reference, subject, html, text, headers, calendar,
                                  state, created_at, due_at)
                VALUES (:id, :address, :name, :kind, :reference, :subject, :html, :text, :headers, :calendar,
                        'PENDING', :now, :now)
                """)
                .param("id", id.toString())
                .param("address", mail.toAddress())
                .param("name", mail.toName())
                .param("kind", mail.kind())
                .param("reference", mail.reference())
                .param("subject", mail.subject())
                .param("html", mail.html())
                .param("text", mail.text())
                .param("headers", JSON.writeValueAsString(new TreeMap<>(mail.headers())))
                .param("calendar", mail.calendar().isEmpty() ? null : JSON.writeValueAsString(mail.calendar()))
                .param("now", now())
                .update();
        return id;
    }

    /** Notes what came of the mail before and takes up the next, in one commit. */
    @Transactional
    public Optional<ClaimedMail> settleAndClaim(@Nullable Settlement last) {
        settle(last);
        Optional<ClaimedMail> next =
                jdbc.sql("""
                SELECT * FROM mail FORCE INDEX (mail_work) WHERE batch_id IS NULL AND state = 'PENDING' AND due_at <= ?
                 ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
                """).param(now()).query(MailRows::claimed).optional();
        next.ifPresent(mail -> jdbc.sql("UPDATE mail SET state = 'SENDING', attempts = ?, claimed_at = ? WHERE id = ?")
                .param(mail.attempt())
                .param(now())
                .param(mail.id().toString())
                .update());
        return next;
    }

    /**
     * Notes what came of a mail. That it was taken is noted whatever the row says by now; anything else only while nobody has
     * decided about the row since.
     */
    @Transactional
    public void settle(@Nullable Settlement last) {
        if (last == null) {
            return;
        }
        jdbc.sql("""
                UPDATE mail SET state = :state, answer = :answer, due_at = :due, deferrals = deferrals + :deferred,
                       claimed_at = NULL, settled_at = :now
                 WHERE id = :id AND attempts = :attempt AND (:state = 'SENT' OR state IN ('SENDING', 'UNCERTAIN'))
                """)
                .param("state", last.state().name())
                .param("answer", last.answer())
                .param("due", Sql.utc(last.dueAt()))
                .param("deferred", last.deferred() ? 1 : 0)
                .param("now", now())
                .param("id", last.id().toString())
                .param("attempt", last.attempt())
                .update();
    }

    /**
     * Finds what a crash has left: rows that have been {@code SENDING} for too long may have arrived. After the grace those in
     * doubt are sent once more, with the same Message-ID; mail to many waits for a person's decision, and so does what comes
     * into doubt a second time. Returns how many rows it moved.
     */
    @Transactional
    public int recover() {
        Instant now = clock.instant();
        int lost = jdbc.sql("""
                UPDATE mail SET state = 'UNCERTAIN', due_at = ?, settled_at = ?,
                       answer = 'The portal stopped while it was sending this mail.'
                 WHERE state = 'SENDING' AND claimed_at < ?
                """)
                .param(Sql.utc(now.plus(Outcome.GRACE)))
                .param(Sql.utc(now))
                .param(Sql.utc(now.minus(LONGEST_SENDING)))
                .update();
        int again = jdbc.sql("""
                UPDATE mail SET state = 'PENDING', doubtful = 1, due_at = ?
                 WHERE state = 'UNCERTAIN' AND batch_id IS NULL AND doubtful = 0 AND due_at <= ?
                """).param(Sql.utc(now)).param(Sql.utc(now)).update();
        return lost + again;
    }

    /** Forgets mail that is over and done with; mail to many is forgotten with its batch. */
    @Transactional
    public int forget(Duration keptFor) {
        return jdbc.sql("""
                DELETE FROM mail WHERE batch_id IS NULL AND state IN ('SENT', 'FAILED') AND created_at < ?
                   AND %s LIMIT 5000
                """.formatted(BatchArchive.NOT_HELD))
                .param(Sql.utc(clock.instant().minus(keptFor)))
                .update();
    }

    private static ClaimedMail claimed(ResultSet row, int number) throws SQLException {
        String calendar = row.getString("calendar");
        Mail mail = new Mail(
                row.getString("to_address"),
                row.getString("to_name"),
                row.getString("subject"),
                row.getString("html"),
                row.getString("text"),
                row.getString("kind"),
                row.getString("reference"),
                JSON.readValue(row.getString("headers"), HEADERS),
                calendar == null ? List.of() : JSON.readValue(calendar, CALENDAR));
        return new ClaimedMail(
                UUID.fromString(row.getString("id")),
                mail,
                row.getInt("attempts") + 1,
                row.getInt("deferrals"),
                row.getBoolean("doubtful"));
    }

    private LocalDateTime now() {
        return Sql.utc(clock.instant());
    }
}
