package org.safercommunities.portal.events;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Dates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans an event anew from an earlier one or a template: everything moves by the same number of days and keeps its time on the
 * clock. Bookings stay behind, and so does the meeting's address, which those booked before still have.
 */
@Service
public class EventCopies {

    private static final String FIRST_DAY = "firstDay";

    private final EventPlans plans;
    private final EventPlanning planning;
    private final Clock clock;

    EventCopies(EventPlans plans, EventPlanning planning, Clock clock) {
        this.plans = plans;
        this.planning = planning;
        this.clock = clock;
    }

    /**
     * Keeps the copy as a draft.
     *
     * @return the id of the copy
     * @throws InvalidEvent at the field {@code firstDay}
     */
    @Transactional
    public UUID copy(UUID from, LocalDate firstDay, Reader by) {
        EventPlan plan = plans.plan(from, by).orElseThrow(() -> new UnknownEvent(from));
        InvalidEvent.unless(
                !firstDay.isBefore(LocalDate.ofInstant(clock.instant(), Dates.KENT)),
                FIRST_DAY,
                "Enter today or a day to come");
        return planning.draft(startingOn(firstDay, plan), by);
    }

    static EventPlan startingOn(LocalDate firstDay, EventPlan plan) {
        long days =
                ChronoUnit.DAYS.between(KentTime.onTheWall(plan.firstStart()).toLocalDate(), firstDay);
        List<SessionPlan> sessions =
                plan.sessions().stream().map(session -> later(session, days)).toList();
        return new EventPlan(
                plan.title(),
                plan.kind(),
                plan.description(),
                plan.topics(),
                plan.audience(),
                laterOrNull(plan.opens(), days),
                laterOrNull(plan.closes(), days),
                laterOrNull(plan.cancelUntil(), days),
                plan.approval(),
                plan.offerHours(),
                plan.reminderDays(),
                plan.asksDietary(),
                plan.asksAccess(),
                sessions);
    }

    private static SessionPlan later(SessionPlan session, long days) {
        return new SessionPlan(
                null,
                session.title(),
                session.description(),
                later(session.start(), days),
                later(session.end(), days),
                session.venue(),
                "",
                session.joinOpensMinutes(),
                session.capacity(),
                session.allocations().stream()
                        .map(kept -> new Allocation(
                                kept.agency(),
                                kept.mode(),
                                kept.minimum(),
                                kept.maximum(),
                                laterOrNull(kept.releaseAt(), days)))
                        .toList(),
                session.talks());
    }

    private static @Nullable Instant laterOrNull(@Nullable Instant moment, long days) {
        return moment == null ? null : later(moment, days);
    }

    private static Instant later(Instant moment, long days) {
        return KentTime.moment(KentTime.onTheWall(moment).plusDays(days), FIRST_DAY);
    }
}
