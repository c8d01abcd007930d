package org.safercommunities.portal.audit;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The heads of the chain in a file outside the database, one JSON object a line. Only ever written to at its end. */
public final class AuditHeads {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    /** The number of the newest that is kept; below 0 while nobody has looked. */
    private long newest = -1;

    public AuditHeads(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    /** Keeps a head, unless it is there already: also one whose seal was made just before somebody pulled the plug. */
    synchronized void keep(AuditHead head, Instant at) {
        if (newest < 0) {
            newest = newest();
        }
        if (head.number() != newest) {
            append(head, at);
            newest = head.number();
        }
    }

    /** Puts a head at the end, and waits until the disk has it. */
    private void append(AuditHead head, Instant at) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", at.toString());
        line.put("number", head.number());
        line.put("line", head.line());
        line.put("seal", head.seal());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel end = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                // A line that was cut off by a full disk must not take this one with it
                String before = endsWithinLine() ? "\n" : "";
                ByteBuffer bytes = ByteBuffer.wrap(
                        (before + JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    end.write(bytes);
                }
                end.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The head of the audit trail could not be kept in " + file, e);
        }
    }

    private boolean endsWithinLine() throws IOException {
        try (FileChannel whole = FileChannel.open(file, StandardOpenOption.READ)) {
            if (whole.size() == 0) {
                return false;
            }
            ByteBuffer last = ByteBuffer.allocate(1);
            whole.read(last, whole.size() - 1);
            return last.get(0) != '\n';
        }
    }

    private long newest() {
        try (Kept kept = read()) {
            long last = 0;
            while (kept.hasNext()) {
                last = kept.next().number();
            }
            return last;
        }
    }

    /**
     * The heads in the order in which they were kept, read as they are asked for, without those that come meanwhile: whoever
     * compares them with seals as they were at one moment would miss the seals of those. None when there is no file.
     */
    Kept read() {
        try {
            return new Kept(
                    Files.exists(file)
                            ? new BufferedReader(new InputStreamReader(
                                    new UpTo(Files.newInputStream(file), Files.size(file)), StandardCharsets.UTF_8))
                            : null);
        } catch (IOException e) {
            throw new UncheckedIOException("The heads of the audit trail cannot be read from " + file, e);
        }
    }

    /** The beginning of a file that grows. */
    private static final class UpTo extends FilterInputStream {

        private long left;

        UpTo(InputStream in, long bytes) {
            super(in);
            left = bytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = left == 0 ? -1 : super.read(buffer, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }
    }

    static final class Kept implements Iterator<AuditHead>, AutoCloseable {

        private final @Nullable BufferedReader reader;
        private final Iterator<AuditHead> heads;

        private Kept(@Nullable BufferedReader reader) {
            this.reader = reader;
            this.heads = (reader == null ? Stream.<String>empty() : reader.lines())
                    .map(Kept::head)
                    .filter(Objects::nonNull)
                    .iterator();
        }

        private static @Nullable AuditHead head(String line) {
            try {
                var json = JSON.readTree(line);
                return json.hasNonNull("number") && json.hasNonNull("line") && json.hasNonNull("seal")
                        ? new AuditHead(
                                json.get("number").asLong(),
                                json.get("line").asLong(),
                                json.get("seal").asString())
                        : null;
            } catch (JacksonException cutOff) {
                return null;
            }
        }

        @Override
        public boolean hasNext() {
            return heads.hasNext();
        }

        @Override
        public AuditHead next() {
            return heads.next();
        }

        @Override
        public void close() {
            try {
                if (reader != null) {
                    reader.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
