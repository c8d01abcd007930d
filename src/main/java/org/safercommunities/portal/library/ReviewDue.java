package org.safercommunities.portal.library;

import java.time.LocalDate;
import java.util.UUID;

/**
 * It is time for its owner to look whether a document still holds. Said two weeks before the day, on the day and every month after,
 * in the transaction that notes it.
 */
public record ReviewDue(UUID document, UUID owner, LocalDate reviewOn, LocalDate asked) {}
