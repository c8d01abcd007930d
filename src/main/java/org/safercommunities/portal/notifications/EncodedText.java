package org.safercommunities.portal.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A text with marks in quoted-printable, encoded but for the marks' values. That encoding lets a line end anywhere without a
 * meaning, so each piece begins on a line of its own and is the same in every mail.
 */
final class EncodedText {

    private static final byte[] GOES_ON = {'=', '\r', '\n'};

    private final List<byte[]> literals;
    private final List<String> marks;
    private final UnaryOperator<String> escaping;
    private final int size;

    /** @param escaping what a value needs to stand for itself in this kind of text */
    EncodedText(Marked text, UnaryOperator<String> escaping) {
        this.literals = text.literals().stream().map(EncodedText::piece).toList();
        this.marks = text.marks();
        this.escaping = escaping;
        this.size = literals.stream().mapToInt(literal -> literal.length).sum();
    }

    /** In bytes, without the values. */
    int size() {
        return size;
    }

    void write(ByteArrayOutputStream out, UnaryOperator<String> values) {
        // A link of the reader's own may stand under every item
        Map<String, byte[]> pieces = new HashMap<>();
        out.writeBytes(literals.getFirst());
        for (int i = 0; i < marks.size(); i++) {
            out.writeBytes(pieces.computeIfAbsent(marks.get(i), mark -> piece(escaping.apply(values.apply(mark)))));
            out.writeBytes(literals.get(i + 1));
        }
    }

    private static byte[] piece(String text) {
        if (text.isEmpty()) {
            return new byte[0];
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + text.length() / 16 + 16);
        try (OutputStream encoder = MimeUtility.encode(bytes, "quoted-printable")) {
            encoder.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("nothing can fail in memory", e);
        }
        bytes.writeBytes(GOES_ON);
        return bytes.toByteArray();
    }
}
