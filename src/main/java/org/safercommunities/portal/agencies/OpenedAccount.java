package org.safercommunities.portal.agencies;

import java.util.UUID;

/**
 * What became of opening the portal to somebody, as it was at that moment.
 *
 * @param agency the one they were let into
 */
public record OpenedAccount(UUID person, String email, String name, AgencySummary agency, WayIn wayIn) {}
