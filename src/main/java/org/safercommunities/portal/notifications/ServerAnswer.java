package org.safercommunities.portal.notifications;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a mail server means by its answer, for people who do not know its codes (RFC 3463). */
public final class ServerAnswer {

    private record Meaning(Pattern answer, String words) {}

    private static final List<Meaning> MEANINGS = List.of(
            meaning(
                    "\\b[45]\\.1\\.[1036]\\b|user unknown|unknown user|no such user|does not exist|recipient address rejected",
                    "The receiving server does not know this address."),
            meaning(
                    "\\b[45]\\.1\\.[28]\\b|\\b[45]\\.4\\.4\\b|domain not found|no mx",
                    "The address’s domain takes no mail."),
            meaning("\\b[45]\\.2\\.2\\b|quota|mailbox full|over quota", "The mailbox is full."),
            meaning("\\b[45]\\.2\\.1\\b|disabled|inactive", "The mailbox is switched off."),
            meaning("\\b[45]\\.3\\.4\\b|^552|too large|exceeds", "The mail is too large for the receiving server."),
            meaning(
                    "\\b[45]\\.7\\.\\d+\\b|spam|blocked|blacklist|policy|spf|dkim|dmarc",
                    "The receiving server’s rules refuse the mail; its administrators can allow the portal’s address."),
            meaning("greylist|grey-list", "The receiving server wants to see the mail a second time. That is usual."),
            meaning("^4\\d\\d\\b", "The receiving server asks to try again later."),
            meaning("^5\\d\\d\\b", "The receiving server refuses the mail for good."),
            meaning("^2\\d\\d\\b", "The mail server has taken it."));

    private ServerAnswer() {}

    /** One sentence; empty when the answer is in plain words already. */
    public static String inWords(String answer) {
        String code = answer.strip();
        if (code.isEmpty() || !Character.isDigit(code.charAt(0))) {
            return "";
        }
        if (code.startsWith("2")) {
            return MEANINGS.getLast().words();
        }
        return MEANINGS.stream()
                .filter(meaning ->
                        meaning.answer().matcher(code.toLowerCase(Locale.ROOT)).find())
                .map(Meaning::words)
                .findFirst()
                .orElse("");
    }

    private static Meaning meaning(String pattern, String words) {
        return new Meaning(Pattern.compile(pattern), words);
    }
}
