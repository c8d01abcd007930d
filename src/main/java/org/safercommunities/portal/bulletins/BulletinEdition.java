package org.safercommunities.portal.bulletins;

import java.time.Instant;
import java.util.UUID;

/** What a bulletin said at a time. */
public record BulletinEdition(int edition, UUID editor, Instant at, String title, String subject, Blocks blocks) {}
