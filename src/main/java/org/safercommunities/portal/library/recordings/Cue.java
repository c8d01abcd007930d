package org.safercommunities.portal.library.recordings;

/**
 * Words of a recording, and when they are said.
 *
 * @param start in milliseconds from the beginning
 * @param end in milliseconds from the beginning
 */
public record Cue(long start, long end, String text) {

    /** “1:02:03” or “2:03”. */
    public String at() {
        long seconds = start / 1000;
        return seconds < 3600
                ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
