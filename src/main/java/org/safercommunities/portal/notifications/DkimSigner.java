package org.safercommunities.portal.notifications;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Signs mail for the sender's domain (DKIM, RFC 6376; rsa-sha256, headers relaxed, body simple). The headers for unsubscribing are
 * signed too, as RFC 8058 asks.
 */
final class DkimSigner {

    private static final List<String> SIGNED = List.of(
            "From",
            "Reply-To",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "MIME-Version",
            "Content-Type",
            "List-Id",
            "List-Unsubscribe",
            "List-Unsubscribe-Post");
    private static final int SHORTEST_KEY = 1024;
    private static final int LINE = 70;

    private final String domain;
    private final String selector;
    private final RsaSeal seal;

    DkimSigner(String domain, String selector, RsaSeal seal) {
        this.domain = domain;
        this.selector = selector;
        this.seal = seal;
    }

    /** Null when there is no key; an unusable one is an error, since mail would go unsigned unnoticed. */
    static @Nullable DkimSigner of(MailProperties settings) {
        MailProperties.Dkim dkim = settings.dkim();
        String file = dkim.keyFile();
        if (file == null || file.isBlank()) {
            return null;
        }
        String domain = dkim.domain();
        return new DkimSigner(
                domain == null || domain.isBlank() ? settings.domain() : domain,
                dkim.selector(),
                RsaSeal.of(key(Path.of(file))));
    }

    WireMail signed(WireMail mail, Instant now) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(simple(mail.body()));
            Map<String, String> headers = relaxed(mail.head());
            List<String> names = SIGNED.stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .filter(headers::containsKey)
                    .toList();
            String fields = "v=1; a=rsa-sha256; c=relaxed/simple; d=%s; s=%s; t=%d;\r\n\th=%s;\r\n\tbh=%s;\r\n\tb="
                    .formatted(
                            domain,
                            selector,
                            now.getEpochSecond(),
                            String.join(":\r\n\t ", names),
                            Base64.getEncoder().encodeToString(hash));
            StringBuilder signed = new StringBuilder(2048);
            for (String name : names) {
                signed.append(name).append(':').append(headers.get(name)).append("\r\n");
            }
            signed.append("dkim-signature:").append(oneLine(fields));
            String signature =
                    Base64.getMimeEncoder(LINE, ascii("\r\n\t")).encodeToString(seal.under(ascii(signed.toString())));
            return mail.with("DKIM-Signature: " + fields + signature + "\r\n");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The mail could not be signed", e);
        }
    }

    static RSAPrivateCrtKey key(Path file) {
        try {
            String pem =
                    Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s+", "");
            var key = KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
            if (key instanceof RSAPrivateCrtKey rsa && rsa.getModulus().bitLength() >= SHORTEST_KEY) {
                return rsa;
            }
            throw new IllegalArgumentException("PORTAL_DKIM_KEY_FILE holds a key that is too short: " + file);
        } catch (IOException e) {
            throw new UncheckedIOException("PORTAL_DKIM_KEY_FILE cannot be read", e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "PORTAL_DKIM_KEY_FILE is no RSA key as “openssl genpkey” writes it (PKCS#8, PEM): " + file, e);
        }
    }

    /** The body with one line end after its last line. */
    private static byte[] simple(byte[] body) {
        int end = body.length;
        while (end >= 2 && body[end - 2] == '\r' && body[end - 1] == '\n') {
            end -= 2;
        }
        if (end + 2 == body.length) {
            return body;
        }
        byte[] simple = Arrays.copyOf(body, end + 2);
        simple[end] = '\r';
        simple[end + 1] = '\n';
        return simple;
    }

    /** Each header on one line, by its name in small letters; none comes twice in our mail. */
    private static Map<String, String> relaxed(String head) {
        List<StringBuilder> unfolded = new ArrayList<>();
        for (String line : head.split("\r\n")) {
            if (line.startsWith(" ") || line.startsWith("\t")) {
                unfolded.getLast().append(line);
            } else {
                unfolded.add(new StringBuilder(line));
            }
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (StringBuilder header : unfolded) {
            int colon = header.indexOf(":");
            headers.put(
                    header.substring(0, colon).strip().toLowerCase(Locale.ROOT), oneLine(header.substring(colon + 1)));
        }
        return headers;
    }

    /** With one space wherever there is white space, and none at the ends. */
    private static String oneLine(String value) {
        StringBuilder line = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char one = value.charAt(i);
            boolean space = one == ' ' || one == '\t' || one == '\r' || one == '\n';
            if (!space) {
                line.append(one);
            } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        return line.toString().stripTrailing();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
