package org.safercommunities.portal.library.following;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.safercommunities.portal.library.ReviewDue;
import org.safercommunities.portal.library.emergency.Emergency;
import org.safercommunities.portal.library.emergency.EmergencyChanged;
import org.safercommunities.portal.notifications.notices.NoticeOccasion;
import org.safercommunities.portal.notifications.notices.NoticeUrgency;
import org.safercommunities.portal.notifications.notices.PersonalNotices;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells whoever answers for a document what is theirs to do about it. Each thing once, however often it is asked. */
@Component
class NoticesToOwners {

    private final PersonalNotices notices;
    private final JdbcClient jdbc;
    private final Clock clock;

    NoticesToOwners(PersonalNotices notices, JdbcClient jdbc, Clock clock) {
        this.notices = notices;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ReviewDue due) {
        tell(due.owner(), NoticeOccasion.REVIEW_DUE, due.document(), "review:" + due.asked());
    }

    /** Behind the bell alone: by mail they are told at once, with others ({@code library.emergency}). */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(EmergencyChanged changed) {
        Emergency emergency = changed.emergency();
        if (changed.what().equals("opened")) {
            List<UUID> owner = jdbc.sql("SELECT owner FROM document WHERE id = ? AND owner <> ?")
                    .params(emergency.document().toString(), emergency.person().toString())
                    .query((row, number) -> Sql.id(row, "owner"))
                    .list();
            tell(
                    owner,
                    NoticeOccasion.OPENED_IN_EMERGENCY,
                    emergency.document(),
                    "emergency:" + emergency.id(),
                    NoticeUrgency.TOLD_BY_MAIL);
        }
    }

    /** Of retention that has come to its end, and of captions that were promised for a day that has come. */
    @Transactional
    void tellOfWhatIsDue() {
        LocalDate today = Dates.today(clock);
        due(
                        "SELECT id, owner, dispose_on AS due FROM document WHERE state IN ('PUBLISHED', 'WITHDRAWN') AND dispose_on <= ?",
                        today)
                .forEach(one ->
                        tell(one.owner(), NoticeOccasion.RETENTION_DUE, one.document(), "retention:" + one.due()));
        due("""
                        SELECT d.id, d.owner, p.due_on AS due FROM document_captions_promise p
                          JOIN document d ON d.id = p.document_id AND d.state = 'PUBLISHED'
                          JOIN document_version v ON v.document_id = d.id AND v.number = d.current_number
                         WHERE p.due_on <= ? AND NOT EXISTS (SELECT 1 FROM document_captions c WHERE c.version_id = v.id)
                        """, today)
                .forEach(
                        one -> tell(one.owner(), NoticeOccasion.CAPTIONS_DUE, one.document(), "captions:" + one.due()));
    }

    private List<Due> due(String sql, LocalDate today) {
        return jdbc.sql(sql)
                .param(today)
                .query((row, number) ->
                        new Due(Sql.id(row, "id"), Sql.id(row, "owner"), row.getObject("due", LocalDate.class)))
                .list();
    }

    private void tell(UUID owner, NoticeOccasion occasion, UUID document, String what) {
        tell(List.of(owner), occasion, document, what, NoticeUrgency.USUAL);
    }

    private void tell(List<UUID> owners, NoticeOccasion occasion, UUID document, String what, NoticeUrgency urgency) {
        notices.tell(
                owners,
                occasion,
                "document:%s:%s".formatted(document, what),
                DocumentSubjects.SOURCE,
                document,
                "library/" + document,
                urgency);
    }

    private record Due(UUID document, UUID owner, LocalDate due) {}

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> tellOwnersOfWhatIsDue(NoticesToOwners owners) {
            return Tasks.recurring("library-tell-owners", new Daily(Dates.KENT, LocalTime.of(8, 10)))
                    .execute((instance, context) -> owners.tellOfWhatIsDue());
        }
    }
}
