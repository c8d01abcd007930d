package org.safercommunities.portal.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody changed one thing about a document.
 *
 * @param by name of who did; null for the portal itself, and for somebody who is no longer known
 * @param before empty when there was nothing
 * @param after empty when there is nothing any more
 */
public record DocumentChange(Instant at, @Nullable String by, DocumentField what, String before, String after) {}
