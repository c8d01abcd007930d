package org.safercommunities.portal.shared;

import java.io.Serial;

/** Somebody does a thing more often than the portal lets anybody. */
public class TooOften extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String words;
    private final int seconds;

    public TooOften(Limited what, int seconds) {
        super(inWords(what, seconds));
        this.words = inWords(what, seconds);
        this.seconds = seconds;
    }

    /** What to tell whoever did. */
    public static String inWords(Limited what, int seconds) {
        return "You %s more often than the portal allows. Wait %s, then go on."
                .formatted(what.doing(), seconds == 1 ? "a second" : seconds + " seconds");
    }

    public String words() {
        return words;
    }

    public int seconds() {
        return seconds;
    }
}
