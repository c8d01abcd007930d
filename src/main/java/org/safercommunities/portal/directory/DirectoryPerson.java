package org.safercommunities.portal.directory;

import java.util.List;
import java.util.UUID;

/**
 * Somebody in the directory, as their colleagues see them.
 *
 * @param agency slug
 * @param leads slugs of the topics that they lead on
 */
public record DirectoryPerson(
        UUID id,
        String name,
        String email,
        String agency,
        String agencyName,
        boolean coordinator,
        boolean team,
        String job,
        String phone,
        String about,
        List<String> leads) {}
