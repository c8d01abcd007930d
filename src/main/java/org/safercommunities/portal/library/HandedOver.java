package org.safercommunities.portal.library;

import java.util.UUID;

/**
 * Documents of somebody who has left are another one’s to answer for.
 *
 * @param from who has left
 * @param to who answers for them now
 * @param documents how many
 * @param unseen how many of those they cannot open themselves
 */
public record HandedOver(UUID from, UUID to, int documents, int unseen) {}
