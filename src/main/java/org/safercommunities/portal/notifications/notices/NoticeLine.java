package org.safercommunities.portal.notifications.notices;

import java.time.Instant;
import java.util.UUID;

/** A notice as its person sees it now. */
public record NoticeLine(
        UUID id, NoticeOccasion occasion, NoticeSubject subject, String path, Instant at, boolean read) {}
