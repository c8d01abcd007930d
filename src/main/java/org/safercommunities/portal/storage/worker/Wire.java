package org.safercommunities.portal.storage.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The few messages between the portal and a worker, over the worker's standard input and output. The portal does not
 * trust what a worker answers, for a hostile file may have taken it over: every length is checked before anything is
 * allocated.
 */
public final class Wire {

    /** What the portal asks for. */
    public sealed interface Request {
        /** Absolute path of the file, which the worker only reads. */
        String path();

        /** After these seconds the worker ends itself, should the portal not have killed it before. */
        int seconds();
    }

    /** Read the text. {@code fileName} is a last hint for types whose bytes say little. */
    public record Inspect(String path, int seconds, String fileName, int textLimit) implements Request {}

    /** Draw page {@code page} (from 1) of a PDF, of the words of a file, or a picture, as PNG of at most {@code width} pixels. */
    public record Draw(String path, int seconds, String mediaType, int page, int width) implements Request {}

    /** How many pages {@link Draw} has of it. */
    public record Count(String path, int seconds, String mediaType) implements Request {}

    /** Greets the portal when the worker is ready; whatever else is on the pipe is not ours. */
    private static final int READY = 0x53435031;

    private static final int INSPECT = 1;
    private static final int DRAW = 2;
    private static final int READING = 3;
    private static final int PICTURE = 4;
    private static final int NO_PICTURE = 5;
    private static final int COUNT = 6;
    private static final int PAGES = 7;

    private static final int SHORT_TEXT = 64 * 1024;
    private static final int MAX_MARKINGS = 32;
    private static final int MAX_PAGES = 1_000_000;
    private static final long MAX_PICTURE = 64L * 1024 * 1024;

    private Wire() {}

    public static void writeRequest(DataOutputStream out, Request request) throws IOException {
        switch (request) {
            case Inspect(String path, int seconds, String fileName, int textLimit) -> {
                out.writeInt(INSPECT);
                writeText(out, path);
                out.writeInt(seconds);
                writeText(out, fileName);
                out.writeInt(textLimit);
            }
            case Draw(String path, int seconds, String mediaType, int page, int width) -> {
                out.writeInt(DRAW);
                writeText(out, path);
                out.writeInt(seconds);
                writeText(out, mediaType);
                out.writeInt(page);
                out.writeInt(width);
            }
            case Count(String path, int seconds, String mediaType) -> {
                out.writeInt(COUNT);
                writeText(out, path);
                out.writeInt(seconds);
                writeText(out, mediaType);
            }
        }
        out.flush();
    }

    static Request readRequest(DataInputStream in) throws IOException {
        int kind = in.readInt();
        String path = readText(in, SHORT_TEXT);
        int seconds = in.readInt();
        String word = readText(in, SHORT_TEXT);
        return switch (kind) {
            case INSPECT -> new Inspect(path, seconds, word, in.readInt());
            case DRAW -> new Draw(path, seconds, word, in.readInt(), in.readInt());
            case COUNT -> new Count(path, seconds, word);
            default -> throw new IOException("Unknown request " + kind);
        };
    }

    static void writeReady(DataOutputStream out) throws IOException {
        out.writeInt(READY);
        out.flush();
    }

    public static void readReady(DataInputStream in) throws IOException {
        expect(in, READY);
    }

    static void writeReading(DataOutputStream out, Reading reading) throws IOException {
        out.writeInt(READING);
        writeText(out, reading.outcome().name());
        writeText(out, reading.reason());
        writeText(out, reading.mediaType());
        writeText(out, reading.text());
        Integer pages = reading.pages();
        out.writeInt(pages == null ? 0 : pages);
        String title = reading.title();
        writeText(out, title == null ? "" : title);
        writeTexts(out, reading.markings());
        writeTexts(out, reading.notes());
        out.flush();
    }

    /** @param textLimit most characters of text that the portal asked for */
    public static Reading readReading(DataInputStream in, int textLimit) throws IOException {
        expect(in, READING);
        String outcome = readText(in, SHORT_TEXT);
        String reason = readText(in, SHORT_TEXT);
        String mediaType = readText(in, SHORT_TEXT);
        String text = readText(in, 4L * textLimit + SHORT_TEXT);
        int pages = in.readInt();
        String title = readText(in, SHORT_TEXT);
        Set<String> markings = readTexts(in);
        Set<String> notes = readTexts(in);
        try {
            return new Reading(
                    Reading.Outcome.valueOf(outcome),
                    reason,
                    mediaType,
                    text,
                    pages > 0 ? (Integer) pages : null,
                    title.isEmpty() ? null : title,
                    markings,
                    notes);
        } catch (IllegalArgumentException unknownOutcome) {
            throw new IOException("The worker answered " + outcome, unknownOutcome);
        }
    }

    static void writePicture(DataOutputStream out, byte[] png) throws IOException {
        out.writeInt(PICTURE);
        out.writeInt(png.length);
        out.write(png);
        out.flush();
    }

    static void writePages(DataOutputStream out, int pages) throws IOException {
        out.writeInt(PAGES);
        out.writeInt(pages);
        out.flush();
    }

    /** @return how many pages there are, or why there is none */
    public static PageCount readPages(DataInputStream in) throws IOException {
        int kind = in.readInt();
        if (kind == NO_PICTURE) {
            return new PageCount(0, readText(in, SHORT_TEXT));
        }
        if (kind != PAGES) {
            throw new IOException("The worker answered with something else: " + kind);
        }
        return new PageCount(Math.clamp(in.readInt(), 0, MAX_PAGES), "");
    }

    /** @param reason why there is none, when there is none */
    public record PageCount(int pages, String reason) {}

    static void writeNoPicture(DataOutputStream out, String reason) throws IOException {
        out.writeInt(NO_PICTURE);
        writeText(out, reason);
        out.flush();
    }

    /**
     * Copies the picture to {@code png}.
     *
     * @return why there is none; empty when there is one
     */
    public static Optional<String> readPicture(DataInputStream in, OutputStream png) throws IOException {
        int kind = in.readInt();
        if (kind == NO_PICTURE) {
            return Optional.of(readText(in, SHORT_TEXT));
        }
        if (kind != PICTURE) {
            throw new IOException("The worker answered with something else: " + kind);
        }
        long length = in.readInt();
        if (length <= 0 || length > MAX_PICTURE) {
            throw new IOException("The worker drew a picture of " + length + " bytes");
        }
        copy(in, png, length);
        return Optional.empty();
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long left = length;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new IOException("The worker ended inside a picture");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    private static void expect(DataInputStream in, int kind) throws IOException {
        int found = in.readInt();
        if (found != kind) {
            throw new IOException("The worker answered with something else: " + found);
        }
    }

    private static void writeTexts(DataOutputStream out, Set<String> texts) throws IOException {
        out.writeInt(Math.min(texts.size(), MAX_MARKINGS));
        for (String text : texts.stream().limit(MAX_MARKINGS).toList()) {
            writeText(out, text);
        }
    }

    private static Set<String> readTexts(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MAX_MARKINGS) {
            throw new IOException("The worker answered with " + count + " words");
        }
        Set<String> texts = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            texts.add(readText(in, SHORT_TEXT));
        }
        return texts;
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in, long maxBytes) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > maxBytes) {
            throw new IOException("A text of " + length + " bytes is longer than the agreed " + maxBytes);
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("The other side ended inside a text");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
