package org.safercommunities.portal.notifications;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What came of handing a mail to the server. The answer is the server's own, or says what happened to the connection. */
sealed interface Outcome {

    String answer();

    /** The server has taken it. */
    record Taken(String answer) implements Outcome {}

    /** The server takes nothing for this recipient, for good or for now. */
    record NotTo(int code, String answer) implements Outcome {

        private static final Pattern ENHANCED = Pattern.compile("^\\d{3}[ -]([45]\\.\\d{1,3}\\.\\d{1,3})\\b");
        private static final Set<String> NO_MAILBOX =
                Set.of("5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1");
        private static final Set<Integer> NO_MAILBOX_WITHOUT_MORE = Set.of(550, 551, 553);

        boolean forGood() {
            return code >= 500;
        }

        /**
         * Whether there is no such mailbox, so that other mail need not be tried either. A full one, or rules that refuse the portal
         * itself, say nothing of the kind.
         */
        boolean noMailbox() {
            Matcher enhanced = ENHANCED.matcher(answer);
            return enhanced.find() ? NO_MAILBOX.contains(enhanced.group(1)) : NO_MAILBOX_WITHOUT_MORE.contains(code);
        }
    }

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
