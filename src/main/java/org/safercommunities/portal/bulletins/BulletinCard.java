package org.safercommunities.portal.bulletins;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A bulletin as lists show it. */
public record BulletinCard(
        UUID id,
        BulletinKind kind,
        String title,
        String subject,
        BulletinState state,
        boolean template,
        UUID lastEditor,
        Instant changedAt,
        @Nullable Instant sendAt,
        @Nullable Instant sentAt) {}
