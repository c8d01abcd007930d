package org.safercommunities.portal.events.letters;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.events.NoticeKind;

/**
 * A note of whom to tell what. Without a place it is about the whole booking.
 *
 * @param subject of a message of the team; null for the usual one
 */
record Notice(
        long id,
        NoticeKind kind,
        UUID event,
        @Nullable UUID booking,
        @Nullable UUID place,
        @Nullable String subject,
        @Nullable String words) {}
