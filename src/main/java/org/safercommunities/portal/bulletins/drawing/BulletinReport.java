package org.safercommunities.portal.bulletins.drawing;

import java.util.List;

/**
 * How a bulletin fared.
 *
 * @param findings those that stop it first, then in the order of the blocks
 * @param links how many it has
 * @param size of its HTML in bytes, before it is made personal
 * @param contrast the least between words and what is behind them, in light and dark: 4.5 is asked for
 */
public record BulletinReport(List<Finding> findings, int links, int size, double contrast) {

    /** Beyond this Gmail cuts a mail short. */
    public static final int LARGEST = 102 * 1024;

    public BulletinReport {
        findings = List.copyOf(findings);
    }

    public boolean canBeSent() {
        return findings.stream().noneMatch(Finding::stops);
    }

    /** How many kilobytes it has, for “38 of 102 KB”. */
    public int kilobytes() {
        return Math.ceilDiv(size, 1024);
    }
}
