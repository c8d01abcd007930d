package org.safercommunities.portal.notifications;

import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A mail as it goes over the wire, except for the dots that the conversation adds.
 *
 * @param head its headers, each with its line end
 * @param body what follows the empty line; all its lines end with CR and LF
 */
record WireMail(String recipient, String head, byte[] body) {

    static WireMail of(String recipient, MimeForm form) throws MessagingException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(16_384);
        try {
            form.writeTo(out);
        } catch (IOException e) {
            throw new MessagingException("The mail could not be put together", e);
        }
        byte[] whole = canonical(out.toByteArray());
        for (int i = 0; i + 3 < whole.length; i++) {
            if (whole[i] == '\r' && whole[i + 1] == '\n' && whole[i + 2] == '\r' && whole[i + 3] == '\n') {
                return new WireMail(
                        recipient,
                        new String(whole, 0, i + 2, StandardCharsets.US_ASCII),
                        Arrays.copyOfRange(whole, i + 4, whole.length));
            }
        }
        throw new MessagingException("A mail without a body");
    }

    /** The same with one more header in front. */
    WireMail with(String header) {
        return new WireMail(recipient, header + head, body);
    }

    /** Plain text of few ASCII lines goes as it is, with the line ends it came with; a signature needs those that are sent. */
    private static byte[] canonical(byte[] mail) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(mail.length + 64);
        for (int i = 0; i < mail.length; i++) {
            if (mail[i] == '\n' && (i == 0 || mail[i - 1] != '\r')) {
                out.write('\r');
            }
            out.write(mail[i]);
            if (mail[i] == '\r' && (i + 1 == mail.length || mail[i + 1] != '\n')) {
                out.write('\n');
            }
        }
        return out.toByteArray();
    }
}
