package org.safercommunities.portal.events;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the sessions of a plan and their pools, and notes whom to tell. The caller holds all pools of the event. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SessionPlans {

    private final SessionRecords sessions;
    private final PoolPlans poolPlans;
    private final PlaceSteps steps;
    private final EventNotices notices;
    private final Clock clock;

    SessionPlans(SessionRecords sessions, PoolPlans poolPlans, PlaceSteps steps, EventNotices notices, Clock clock) {
        this.sessions = sessions;
        this.poolPlans = poolPlans;
        this.steps = steps;
        this.notices = notices;
        this.clock = clock;
    }

    /** @param quietly whether nobody is to be told, since nobody could know of the event yet */
    void write(UUID event, EventPlan plan, boolean quietly) {
        Map<UUID, EventSession> before = sessions.ofEvent(event).stream()
                .collect(Collectors.toMap(EventSession::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        int position = 0;
        for (SessionPlan planned : plan.sessions()) {
            EventSession session = planned.id() == null ? null : before.remove(planned.id());
            InvalidEvent.unless(
                    planned.id() == null || session != null,
                    "sessions",
                    "One of these sessions does not take place any more. Reload the page and try again");
            if (session == null) {
                session = sessions.save(new EventSession(UUID.randomUUID(), event, position, planned));
                sessions.flush();
            } else {
                String changes = SessionChange.inWords(session, planned);
                if (session.change(position, planned) && !quietly) {
                    tellOfChange(event, session.id(), changes);
                }
            }
            sessions.flush();
            poolPlans.write(session.id(), planned);
            position++;
        }
        before.values().forEach(gone -> callOff(event, gone, "The session has been taken out of the programme", null));
    }

    void callOffAll(UUID event, String reason, Reader by) {
        List<EventSession> all = sessions.ofEvent(event);
        for (EventSession session : all) {
            for (Place place : steps.liveOfSession(session.id())) {
                steps.move(place, PlaceState.CALLED_OFF, null, "The event has been cancelled", by.actor());
                notices.note(NoticeKind.EVENT_CANCELLED, event, place.booking(), place.id(), reason);
            }
        }
    }

    private void callOff(
            UUID event, EventSession session, String reason, @org.jspecify.annotations.Nullable UUID actor) {
        session.remove(clock.instant());
        sessions.flush();
        for (Place place : steps.liveOfSession(session.id())) {
            steps.move(place, PlaceState.CALLED_OFF, null, reason, actor);
            notices.note(NoticeKind.SESSION_CANCELLED, event, place.booking(), place.id(), null);
        }
    }

    private void tellOfChange(UUID event, UUID session, String changes) {
        for (Place place : steps.liveOfSession(session)) {
            notices.note(NoticeKind.EVENT_CHANGED, event, place.booking(), place.id(), changes);
        }
    }
}
