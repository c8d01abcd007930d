package org.safercommunities.portal.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.surveys.SurveyOpened;
import org.safercommunities.portal.surveys.SurveyPlan;
import org.safercommunities.portal.surveys.SurveySubject;
import org.safercommunities.portal.surveys.Surveys;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The survey of an event: it opens by itself when the event ends, and asks those who came; all who had a place where nobody has
 * noted yet who came.
 */
@Service
public class EventSurveys implements SurveySubject {

    static final String TYPE = "event";
    private static final Duration OPEN_FOR = Duration.ofDays(21);

    private final Surveys surveys;
    private final WhoMaySeeEvent whoMaySee;
    private final EventRecords events;
    private final EventNotices notices;
    private final JdbcClient jdbc;
    private final Clock clock;

    EventSurveys(
            Surveys surveys,
            WhoMaySeeEvent whoMaySee,
            EventRecords events,
            EventNotices notices,
            JdbcClient jdbc,
            Clock clock) {
        this.surveys = surveys;
        this.whoMaySee = whoMaySee;
        this.events = events;
        this.notices = notices;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public boolean runs(UUID id, Reader reader) {
        return whoMaySee.runs(reader, id);
    }

    @Override
    public String path(UUID id) {
        return "events/" + id;
    }

    /** The survey of this event, for whoever runs it; empty when none is planned. */
    @Transactional(readOnly = true)
    public Optional<Surveys.Planned> of(UUID event, Reader by) {
        return surveys.ofSubject(TYPE, event, by);
    }

    /**
     * Plans the usual questions, to open when the event ends and to stay open for three weeks.
     *
     * @return the survey’s id
     */
    @Transactional
    public UUID plan(UUID id, Reader by) {
        whoMaySee.unlessRuns(by, id);
        Event event = events.findById(id).orElseThrow(() -> new UnknownEvent(id));
        Instant opens = event.endsAt().isAfter(clock.instant()) ? event.endsAt() : clock.instant();
        return surveys.plan(TYPE, id, SurveyPlan.afterEvent(event.title(), opens, opens.plus(OPEN_FOR)), by);
    }

    @EventListener
    void on(SurveyOpened opened) {
        if (opened.subjectType().equals(TYPE)) {
            List<Invited> asked = attendees(opened.subject());
            surveys.invite(opened.survey(), asked.stream().map(Invited::person).toList());
            asked.forEach(one -> notices.note(
                    NoticeKind.SURVEY_OPEN,
                    opened.subject(),
                    one.booking(),
                    null,
                    opened.survey().toString()));
        }
    }

    private record Invited(UUID person, UUID booking) {}

    private List<Invited> attendees(UUID event) {
        return jdbc.sql("""
                SELECT b.person_id, b.id FROM event_booking b
                 WHERE b.event_id = :event AND EXISTS (SELECT 1 FROM event_place p
                        WHERE p.booking_id = b.id AND p.state = 'CONFIRMED'
                          AND (p.attendance = 'CAME' OR p.attendance IS NULL AND NOT EXISTS (
                                SELECT 1 FROM event_place noted WHERE noted.session_id = p.session_id
                                   AND noted.attendance IS NOT NULL)))
                """)
                .param("event", event.toString())
                .query((row, number) -> new Invited(Sql.id(row, "person_id"), Sql.id(row, "id")))
                .list();
    }
}
