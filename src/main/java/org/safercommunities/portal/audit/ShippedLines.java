package org.safercommunities.portal.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of a folder that lines were handed on in. The number of the last one stands at the end of the newest file, and in a file
 * beside for when the collector has taken all away. The nodes of a portal share the folder.
 */
final class ShippedLines {

    private static final String NAME = "audit-%s.jsonl";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final Path position;

    ShippedLines(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.position = folder.resolve("position");
    }

    /** The number of the last line that is whole in the files, or noted; 0 when there is none. Takes away half a line at the end. */
    long last() throws IOException {
        long noted = Files.exists(position)
                ? Long.parseLong(Files.readString(position).strip())
                : 0;
        Optional<Path> newest = newest();
        return newest.isEmpty() ? noted : Math.max(noted, lastOf(newest.get()));
    }

    void append(LocalDate day, List<String> lines, long last) throws IOException {
        // A clock that went back must not put lines before those that are there
        Path file = newest().filter(kept -> kept.getFileName().toString().compareTo(NAME.formatted(day)) > 0)
                .orElse(folder.resolve(NAME.formatted(day)));
        ByteBuffer bytes = ByteBuffer.wrap((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        try (FileChannel end = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            while (bytes.hasRemaining()) {
                end.write(bytes);
            }
            end.force(true);
        }
        Path next = folder.resolve("position.next");
        Files.writeString(next, Long.toString(last));
        Files.move(next, position, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private Optional<Path> newest() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("audit-\\d{4}-\\d{2}-\\d{2}\\.jsonl"))
                    .max(java.util.Comparator.comparing(
                            file -> file.getFileName().toString()));
        }
    }

    private static long lastOf(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            long end = lineEnd(bytes, bytes.length());
            if (end < bytes.length()) {
                bytes.setLength(end);
            }
            if (end == 0) {
                return 0;
            }
            long start = lineEnd(bytes, end - 1);
            byte[] line = new byte[(int) (end - start)];
            bytes.seek(start);
            bytes.readFully(line);
            return JSON.readTree(new String(line, StandardCharsets.UTF_8))
                    .get("number")
                    .asLong();
        }
    }

    /** Where the last whole line before a place ends. */
    private static long lineEnd(RandomAccessFile bytes, long before) throws IOException {
        for (long at = before; at > 0; at--) {
            bytes.seek(at - 1);
            if (bytes.read() == '\n') {
                return at;
            }
        }
        return 0;
    }
}
