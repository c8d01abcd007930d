package org.safercommunities.portal.notifications;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person, complete as it will be sent.
 *
 * <p>Nothing in it can become a header of its own: control characters in names and subjects turn into spaces, addresses are
 * plain, and other headers are only those that mail to many needs.
 *
 * @param toName as it stands beside the address; may be empty
 * @param html the whole page
 * @param text the same for those who read plain text
 * @param kind why it is sent, as a slug, for example {@code access-request-received}
 * @param reference what it is about, as {@code type:id}, or null
 * @param headers such as {@code List-Unsubscribe}
 * @param calendar entries for the reader’s calendar, one each
 */
public record Mail(
        String toAddress,
        String toName,
        String subject,
        String html,
        String text,
        String kind,
        @Nullable String reference,
        Map<String, String> headers,
        List<CalendarPart> calendar) {

    static final int LONGEST_NAME = 160;
    static final int LONGEST_SUBJECT = 250;

    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    private static final Pattern ENDS_A_HEADER = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Co}]+");
    private static final Pattern KIND = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Set<String> HEADERS =
            Set.of("List-Unsubscribe", "List-Unsubscribe-Post", "List-Id", "Precedence", "Feedback-ID");

    /** @throws IllegalArgumentException when the address is none, or a header is not one of those allowed */
    public Mail {
        if (!isAddress(toAddress)) {
            throw new IllegalArgumentException("Not an address that mail can be sent to");
        }
        checkKind(kind);
        toName = oneLine(toName, LONGEST_NAME);
        subject = oneLine(subject, LONGEST_SUBJECT);
        if (subject.isEmpty() || html.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("A mail needs a subject and both its forms");
        }
        checkHeaders(headers);
        headers = Map.copyOf(headers);
        calendar = List.copyOf(calendar);
    }

    /** A mail without anything for the calendar. */
    public Mail(
            String toAddress,
            String toName,
            String subject,
            String html,
            String text,
            String kind,
            @Nullable String reference,
            Map<String, String> headers) {
        this(toAddress, toName, subject, html, text, kind, reference, headers, List.of());
    }

    /** The same mail with these entries for the reader’s calendar. */
    public Mail with(List<CalendarPart> entries) {
        return new Mail(toAddress, toName, subject, html, text, kind, reference, headers, entries);
    }

    /** A mail to one person about their own affairs. */
    public static Mail personal(
            String toAddress,
            String toName,
            String subject,
            String html,
            String text,
            String kind,
            @Nullable String reference) {
        return new Mail(toAddress, toName, subject, html, text, kind, reference, Map.of());
    }

    /** Whether mail can be sent to this address: ASCII, local part and domain plain, at most 254 characters. */
    public static boolean isAddress(String address) {
        return address.length() <= 254
                && address.lastIndexOf('@') <= 64
                && ADDRESS.matcher(address).matches();
    }

    /** What {@link #isAddress} looks for, as a pattern from beginning to end that MariaDB reads too. */
    public static String addressPattern() {
        return "^(?=.{3,254}$)(?=[^@]{1,64}@)" + ADDRESS.pattern() + "$";
    }

    static void checkKind(String kind) {
        if (!KIND.matcher(kind).matches() || kind.length() > 80) {
            throw new IllegalArgumentException("A kind is a slug: " + kind);
        }
    }

    static void checkHeaders(Map<String, String> headers) {
        headers.forEach((name, value) -> {
            if (!HEADERS.contains(name) || !value.equals(oneLine(value, 900))) {
                throw new IllegalArgumentException("This header may not be set: " + name);
            }
        });
    }

    /** The text without anything that could end a header, cut to a length. */
    static String oneLine(String text, int atMost) {
        String line = ENDS_A_HEADER.matcher(text).replaceAll(" ").strip();
        if (line.length() <= atMost) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(atMost - 1)) ? atMost - 1 : atMost;
        return line.substring(0, end);
    }
}
