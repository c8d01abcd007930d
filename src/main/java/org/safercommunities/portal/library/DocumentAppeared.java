package org.safercommunities.portal.library;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * From now on the audience of a document sees it: it was published, or its embargo has ended. Said once in the life of a document,
 * in the transaction that notes it.
 *
 * @param actor who published it; null when it appeared by itself
 */
public record DocumentAppeared(UUID document, @Nullable UUID actor) {}
