package org.safercommunities.portal.events;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Audience;

/**
 * An event as its page shows it.
 *
 * @param description Markdown
 * @param agency slug of the agency that holds it
 * @param publishAt when a scheduled one publishes itself
 * @param cancelReason why it was cancelled
 */
public record EventDetails(
        UUID id,
        String title,
        EventKind kind,
        String description,
        Set<String> topics,
        Audience audience,
        EventState state,
        boolean template,
        String agency,
        UUID createdBy,
        @Nullable Instant publishAt,
        @Nullable Instant publishedAt,
        @Nullable String cancelReason,
        EventRules rules,
        List<SessionDetails> sessions) {

    /** The same event, as if it had these sessions only. */
    public EventDetails withSessions(List<SessionDetails> some) {
        return new EventDetails(
                id,
                title,
                kind,
                description,
                topics,
                audience,
                state,
                template,
                agency,
                createdBy,
                publishAt,
                publishedAt,
                cancelReason,
                rules,
                some);
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(rules.endsAt());
    }

    /** Whether some session can be booked, or waited for, at this moment. */
    public boolean isOpen(Instant now) {
        return state == EventState.PUBLISHED
                && rules.hasOpened(now)
                && sessions.stream().anyMatch(session -> now.isBefore(rules.cutOff(session.start())));
    }
}
