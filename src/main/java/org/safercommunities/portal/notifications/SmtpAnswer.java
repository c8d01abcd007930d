package org.safercommunities.portal.notifications;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.notifications.SmtpConversation.Stage;

/** What came of a mail, from how far the conversation had come and what the library says of its end. */
final class SmtpAnswer {

    /** The server ends the conversation. */
    static final int CLOSING = 421;

    private static final int TOO_LARGE = 552;

    private SmtpAnswer() {}

    static Outcome judge(Stage stage, MessagingException e) {
        int code = code(e);
        String words = words(e);
        boolean answered = code >= 400 && code != CLOSING;
        return switch (stage) {
            case HANDED_OVER ->
                code >= 400
                        ? byCode(code, words)
                        : new Outcome.Unknown(
                                "The connection broke after the whole mail was handed over, before the server had answered.");
            case RECIPIENT -> code >= 400 ? new Outcome.NotTo(code, words) : broken(words);
            case CONTENT -> answered ? byCode(code, words) : broken(words);
            case SENDER -> {
                if (code == TOO_LARGE) {
                    yield new Outcome.Refused(words);
                }
                yield answered
                        ? new Outcome.Unreachable("The mail server takes nothing from the portal’s address. " + words)
                        : broken(words);
            }
            case IDLE -> broken(words);
        };
    }

    private static Outcome byCode(int code, String words) {
        return code >= 500 ? new Outcome.Refused(words) : new Outcome.Deferred(words);
    }

    static Outcome broken(String words) {
        return new Outcome.Unreachable("The connection to the mail server broke. " + words);
    }

    /** The server's reply code; -1 when there was none. */
    private static int code(MessagingException e) {
        for (Exception each = e; each instanceof MessagingException next; each = next.getNextException()) {
            if (each instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
            if (each instanceof SMTPSenderFailedException sender) {
                return sender.getReturnCode();
            }
            if (each instanceof SMTPSendFailedException failed
                    && !(failed.getNextException() instanceof MessagingException)) {
                return failed.getReturnCode();
            }
        }
        return -1;
    }

    static String words(MessagingException e) {
        Exception deepest = e;
        while (deepest instanceof MessagingException next && next.getNextException() != null) {
            deepest = next.getNextException();
        }
        return words(deepest.getMessage());
    }

    static String words(@Nullable String answer) {
        return answer == null ? "" : answer.replaceAll("\\p{Cc}+", " ").strip();
    }
}
