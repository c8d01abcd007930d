package org.safercommunities.portal.notifications;

import java.time.Duration;

/** What came of handing a mail to the server. The answer is the server's own, or says what happened to the connection. */
sealed interface Outcome {

    String answer();

    /** The server has taken it. */
    record Taken(String answer) implements Outcome {}

    /** The server refused this mail for good. */
    record Refused(String answer) implements Outcome {}

    /** The server refused this mail for now. */
    record Deferred(String answer) implements Outcome {}

    /** There is no talking to the server at all, which is no fault of this mail. */
    record Unreachable(String answer) implements Outcome {}

    /** All of the mail was handed over, but no answer came. */
    record Unknown(String answer) implements Outcome {}

    /** How long an outcome without an answer stays as it is before the mail is sent again. */
    Duration GRACE = Duration.ofMinutes(30);
}
