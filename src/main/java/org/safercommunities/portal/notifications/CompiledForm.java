package org.safercommunities.portal.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** A form of a batch, encoded for the wire once, into which a recipient's values are put. */
final class CompiledForm {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final int LONGEST_HEADER = 900;
    private static final int ROOM = 1024;

    private final Marked subject;
    private final Map<String, Marked> headers = new LinkedHashMap<>();
    private final EncodedText text;
    private final EncodedText html;
    private final Set<String> marks = new LinkedHashSet<>();
    private final String boundary;
    private final String alike;
    /** Of a mail’s body so far; a guess, so lanes need not agree on it. */
    private volatile int longest;

    CompiledForm(UUID id, BatchForm form, MailProperties settings) {
        subject = Marked.parse(form.subject());
        new TreeMap<>(form.headers()).forEach((name, value) -> headers.put(name, Marked.parse(value)));
        Marked plain = Marked.parse(form.text());
        Marked page = Marked.parse(form.html());
        text = new EncodedText(plain, UnaryOperator.identity());
        html = new EncodedText(page, value -> HtmlUtils.htmlEscape(value, UTF_8));
        marks.addAll(subject.names());
        headers.values().forEach(value -> marks.addAll(value.names()));
        marks.addAll(plain.names());
        marks.addAll(page.names());
        // Cannot stand in a part: there each "=" is followed by digits or a line end
        boundary = "=_" + id;
        alike = sameForAll(settings);
        longest = text.size() + html.size() + ROOM;
    }

    /** What a recipient must have a value for. */
    Set<String> marks() {
        return marks;
    }

    WireMail fill(BatchMail mail, Instant now, String domain) throws MessagingException {
        UnaryOperator<String> values = mark -> mail.values().getOrDefault(mark, "");
        UnaryOperator<String> inHeaders = mark -> Mail.oneLine(values.apply(mark), LONGEST_HEADER);
        StringBuilder head = new StringBuilder(1024);
        head.append(alike);
        header(head, "To", address(mail.address(), mail.name()));
        header(head, "Subject", encoded(Mail.oneLine(subject.fill(inHeaders), Mail.LONGEST_SUBJECT)));
        header(head, "Date", DATE.format(now.atOffset(ZoneOffset.UTC)));
        header(head, "Message-ID", MimeForm.messageId(mail.id(), domain));
        if (mail.doubtful()) {
            header(head, MimeForm.SENT_AGAIN, MimeForm.SENT_AGAIN_BECAUSE);
        }
        headers.forEach((name, value) -> header(head, name, encoded(value.fill(inHeaders))));
        ByteArrayOutputStream body = new ByteArrayOutputStream(longest);
        part(body, "text/plain");
        text.write(body, values);
        part(body, "text/html");
        html.write(body, values);
        body.writeBytes(ascii("\r\n--" + boundary + "--\r\n"));
        byte[] whole = body.toByteArray();
        // To grow is to copy: the values of one recipient are hardly longer than those of another
        longest = Math.max(longest, whole.length + ROOM);
        return new WireMail(mail.address(), head.toString(), whole);
    }

    private String sameForAll(MailProperties settings) {
        StringBuilder head = new StringBuilder();
        try {
            header(head, "From", address(settings.from(), settings.fromName()));
            String replyTo = settings.replyTo();
            if (replyTo != null && !replyTo.isBlank()) {
                header(head, "Reply-To", address(replyTo, ""));
            }
        } catch (MessagingException e) {
            throw new IllegalStateException("The portal’s own address is none", e);
        }
        header(head, "MIME-Version", "1.0");
        header(head, "Auto-Submitted", "auto-generated");
        header(head, "Content-Type", "multipart/alternative; boundary=\"" + boundary + "\"");
        return head.toString();
    }

    private void part(ByteArrayOutputStream body, String type) {
        body.writeBytes(ascii((body.size() == 0 ? "--" : "\r\n--") + boundary + "\r\nContent-Type: " + type
                + "; charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"));
    }

    private static void header(StringBuilder head, String name, String value) {
        head.append(name)
                .append(": ")
                .append(MimeUtility.fold(name.length() + 2, value))
                .append("\r\n");
    }

    private static String address(String address, @Nullable String name) throws MessagingException {
        try {
            return name == null || name.isBlank()
                    ? new InternetAddress(address, true).toString()
                    : new InternetAddress(address, name, UTF_8).toString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        }
    }

    private static String encoded(String value) {
        try {
            return MimeUtility.encodeText(value, UTF_8, null);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
