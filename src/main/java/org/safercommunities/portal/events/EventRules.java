package org.safercommunities.portal.events;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of an event’s places, as they stand. Names and nulls as in {@link EventPlan}. */
public record EventRules(
        @Nullable Instant opens,
        @Nullable Instant closes,
        @Nullable Instant cancelUntil,
        boolean approval,
        int offerHours,
        Set<Integer> reminderDays,
        boolean asksDietary,
        boolean asksAccess,
        Instant startsAt,
        Instant endsAt) {

    public EventRules {
        reminderDays = Set.copyOf(reminderDays);
    }

    /** The moment from which a session can no longer be booked, waited for or offered: never later than its start. */
    public Instant cutOff(Instant sessionStart) {
        return closes != null && closes.isBefore(sessionStart) ? closes : sessionStart;
    }

    /** Until when people may give up their own place at a session. */
    public Instant mayCancelUntil(Instant sessionStart) {
        return cancelUntil != null && cancelUntil.isBefore(sessionStart) ? cancelUntil : sessionStart;
    }

    public boolean hasOpened(Instant now) {
        return opens == null || !now.isBefore(opens);
    }
}
