package org.safercommunities.portal.notifications;

import java.util.Map;
import java.util.UUID;

/**
 * A mail of a batch that a lane has taken up.
 *
 * @param attempt the how-manieth time it was taken up; what came of it is only noted while this still holds
 * @param deferrals how often the server has said "not now"
 * @param doubtful it may have arrived already, and is sent again with the same Message-ID
 */
record BatchMail(
        UUID id,
        String address,
        String name,
        String domain,
        UUID form,
        Map<String, String> values,
        int attempt,
        int deferrals,
        boolean doubtful) {}
