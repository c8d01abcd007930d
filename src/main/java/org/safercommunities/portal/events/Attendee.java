package org.safercommunities.portal.events;

import org.jspecify.annotations.Nullable;

/**
 * Somebody to be booked by a colleague.
 *
 * @param name needed when they have no account yet
 * @param agency slug; null for the agency that their address belongs to
 */
public record Attendee(String email, String name, @Nullable String agency) {}
