package org.safercommunities.portal.bulletins.drawing;

import org.safercommunities.portal.bulletins.Blocks;

/**
 * One bulletin as it is to be drawn.
 *
 * @param subject of the mail
 * @param title the heading over everything
 * @param line who sends it and which one it is: “Kent Community Safety Team, December 2026”
 */
public record Issue(String subject, String title, String line, Blocks blocks) {

    public Issue with(Blocks others) {
        return new Issue(subject, title, line, others);
    }
}
