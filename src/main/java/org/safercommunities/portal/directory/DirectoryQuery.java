package org.safercommunities.portal.directory;

import org.jspecify.annotations.Nullable;

/**
 * What to look for in the directory.
 *
 * @param words found in name, agency, job and what they say of themselves; each of them; empty for everybody
 * @param topic slug of a topic that they lead on
 * @param agency slug
 */
public record DirectoryQuery(
        String words, @Nullable String topic, @Nullable String agency, Who who) {

    public static final DirectoryQuery EVERYBODY = new DirectoryQuery("", null, null, Who.ALL);

    public enum Who {
        ALL,
        TEAM,
        COORDINATORS
    }
}
