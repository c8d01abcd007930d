package org.safercommunities.portal.notifications.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.notifications.notices.SeenThings.Thing;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notices as those who mail and forget them work on them. */
@Component
class NoticeTable {

    /** Nothing of people whose data is held is deleted. */
    static final String NOT_HELD = "person_id NOT IN (SELECT h.person_id FROM person_held h)";

    private static final int AT_A_TIME = 200;

    /** Which are due, by what their person has chosen; an urgent one as if they had chosen “at once”. */
    private static final String DUE = """
             FROM notice n LEFT JOIN notice_choice c ON c.person_id = n.person_id AND c.about = n.about
             WHERE n.mail = 'WAITING' AND COALESCE(c.cadence, :unchosen) <> 'PORTAL_ONLY'
               AND n.at <= CASE WHEN n.urgent THEN :AT_ONCE ELSE
                   CASE COALESCE(c.cadence, :unchosen) WHEN 'AT_ONCE' THEN :AT_ONCE WHEN 'DAILY' THEN :DAILY ELSE :WEEKLY END END
            """;

    private final JdbcClient jdbc;
    private final NoticeClock hours;
    private final Clock clock;

    NoticeTable(JdbcClient jdbc, NoticeClock hours, Clock clock) {
        this.jdbc = jdbc;
        this.hours = hours;
        this.clock = clock;
    }

    /** A notice that is due by mail. */
    record Due(UUID id, NoticeOccasion occasion, Thing thing, String path, boolean read) {}

    /** Some of the people for whom something is due, in the order of their ids. */
    @Transactional(readOnly = true)
    public List<UUID> peopleWithDue(Instant now, UUID after) {
        return jdbc.sql("SELECT DISTINCT n.person_id" + DUE
                        + " AND n.person_id > :after ORDER BY n.person_id LIMIT :most")
                .params(moments(now))
                .param("after", after.toString())
                .param("most", AT_A_TIME)
                .query((row, number) -> Sql.id(row, "person_id"))
                .list();
    }

    /**
     * What is due for one person, held until the transaction ends; without what another process holds. Their choices are read
     * apart: of rows that are skipped because they are held, a join would say that there are none.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Due> hold(UUID person, Map<NoticeAbout, NoticeCadence> choices, Instant now) {
        List<Due> due = new ArrayList<>();
        jdbc.sql("""
                SELECT id, occasion, about, source, thing_id, path, at, read_at, urgent FROM notice
                 WHERE person_id = ? AND mail = 'WAITING' ORDER BY at DESC, id FOR UPDATE SKIP LOCKED
                """).param(person.toString()).query(row -> {
            NoticeCadence cadence =
                    choices.getOrDefault(NoticeAbout.valueOf(row.getString("about")), NoticeCadence.UNCHOSEN);
            boolean soon = row.getBoolean("urgent") && cadence != NoticeCadence.PORTAL_ONLY;
            Instant before = hours.dueBefore(soon ? NoticeCadence.AT_ONCE : cadence, now);
            if (!Sql.moment(row, "at").isAfter(before)) {
                due.add(due(row));
            }
        });
        return due;
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                Sql.id(row, "id"),
                NoticeOccasion.valueOf(row.getString("occasion")),
                new Thing(row.getString("source"), Sql.id(row, "thing_id")),
                row.getString("path"),
                row.getString("read_at") != null);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(List<UUID> notices, boolean mailed) {
        if (!notices.isEmpty()) {
            jdbc.sql("UPDATE notice SET mail = :state, mailed_at = :at WHERE id IN (:ids)")
                    .param("state", mailed ? "MAILED" : "LEFT")
                    .param("at", mailed ? Sql.utc(clock.instant()) : null)
                    .param("ids", notices.stream().map(UUID::toString).toList())
                    .update();
        }
    }

    /** Nobody is sent what they chose to find in the portal. */
    @Transactional
    public void leaveThoseForThePortal() {
        jdbc.sql("""
                UPDATE notice n JOIN notice_choice c ON c.person_id = n.person_id AND c.about = n.about
                   SET n.mail = 'LEFT' WHERE n.mail = 'WAITING' AND c.cadence = 'PORTAL_ONLY'
                """).update();
    }

    /** Some of those that are older. */
    @Transactional
    public int forget(Duration keptFor) {
        return jdbc.sql("DELETE FROM notice WHERE at < ? AND " + NOT_HELD + " LIMIT 5000")
                .param(Sql.utc(clock.instant().minus(keptFor)))
                .update();
    }

    private Map<String, Object> moments(Instant now) {
        Map<String, Object> moments = new HashMap<>(Map.of("unchosen", NoticeCadence.UNCHOSEN.name()));
        for (NoticeCadence cadence : NoticeCadence.values()) {
            moments.put(cadence.name(), Sql.utc(hours.dueBefore(cadence, now)));
        }
        return moments;
    }
}
