package org.safercommunities.portal.notifications.notices;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When somebody wants to hear of what by mail; theirs alone to decide. */
@Service
public class NoticeChoices {

    private final JdbcClient jdbc;
    private final NoticeTable rows;

    NoticeChoices(JdbcClient jdbc, NoticeTable rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Of each sort what they have chosen, or what holds until they do. */
    @Transactional(readOnly = true)
    public Map<NoticeAbout, NoticeCadence> of(Reader reader) {
        return of(reader.personId());
    }

    Map<NoticeAbout, NoticeCadence> of(UUID person) {
        Map<NoticeAbout, NoticeCadence> choices = new EnumMap<>(NoticeAbout.class);
        for (NoticeAbout about : NoticeAbout.values()) {
            choices.put(about, NoticeCadence.UNCHOSEN);
        }
        jdbc.sql("SELECT about, cadence FROM notice_choice WHERE person_id = ?")
                .param(person.toString())
                .query(row -> {
                    choices.put(
                            NoticeAbout.valueOf(row.getString("about")),
                            NoticeCadence.valueOf(row.getString("cadence")));
                });
        return choices;
    }

    /** Holds from the next notice on; what came while they wanted no mail is not sent afterwards. */
    @Transactional
    public void choose(NoticeAbout about, NoticeCadence cadence, Reader reader) {
        rows.leaveThoseForThePortal();
        jdbc.sql("""
                INSERT INTO notice_choice (person_id, about, cadence) VALUES (:person, :about, :cadence)
                ON DUPLICATE KEY UPDATE cadence = :cadence
                """)
                .param("person", reader.personId().toString())
                .param("about", about.name())
                .param("cadence", cadence.name())
                .update();
    }
}
