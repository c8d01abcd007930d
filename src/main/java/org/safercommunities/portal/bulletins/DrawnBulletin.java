package org.safercommunities.portal.bulletins;

/**
 * A bulletin as one reader gets it.
 *
 * @param html the mail
 * @param dark the mail as it looks on a dark screen, wherever it is looked at
 * @param text the twin in plain text
 * @param leftOut how many blocks this reader may not see
 * @param bytes of the HTML
 */
public record DrawnBulletin(String html, String dark, String text, int leftOut, int bytes) {}
