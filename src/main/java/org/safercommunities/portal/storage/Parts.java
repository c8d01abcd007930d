package org.safercommunities.portal.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * Files that come in pieces. Pieces are only ever appended; what is in the {@link Ledger} is on the disk, and whatever lies
 * behind it after a crash is cut off before anything is added, so that no byte is missing and none is there twice.
 *
 * <p>One piece at a time is added to a file. Whoever comes with the next one, or asks how far it is, ends a piece whose sender
 * may be gone without the portal having noticed.
 */
public final class Parts {

    private static final int BUFFER = 128 * 1024;
    private static final String ENDING = ".part";
    private static final int MOST_REMEMBERED = 1000;

    private final Path folder;
    private final Blobs blobs;
    private final DataSize maxFileSize;
    private final Disk disk;
    private final ConcurrentMap<UUID, Part> parts = new ConcurrentHashMap<>();

    /** Where it is written down, to outlive the process, how many bytes of a file are safely on the disk. */
    public interface Ledger {

        long safe();

        void safe(long bytes);
    }

    /**
     * A piece of a file.
     *
     * @param from how many bytes come before it
     * @param most how many may come at most
     * @param check what its bytes have to amount to; nothing of it is kept when they do not
     */
    public record Piece(long from, long most, @Nullable Check check, InputStream content) {}

    /**
     * @param digest fresh
     * @param expected of all bytes of the piece
     */
    public record Check(MessageDigest digest, byte[] expected) {}

    /**
     * @param folder on the file system of the store
     * @param maxFileSize the largest file taken
     * @param reserve room that is left free on the disk
     */
    public Parts(Path folder, Blobs blobs, DataSize maxFileSize, DataSize reserve) throws IOException {
        this.folder = folder.toAbsolutePath().normalize();
        this.blobs = blobs;
        this.maxFileSize = maxFileSize;
        this.disk = new Disk(this.folder, reserve);
        Files.createDirectories(this.folder);
    }

    /** The largest file taken, in bytes. */
    public long largest() {
        return maxFileSize.toBytes();
    }

    /** The same for people. */
    public String largestInWords() {
        return Sizes.words(maxFileSize.toBytes());
    }

    /**
     * Begins a file of this length, with no bytes yet.
     *
     * @throws TooLarge when it is larger than allowed
     * @throws StorageFull when there is no room for all of it
     */
    public void begin(UUID id, long length) throws IOException {
        if (length > maxFileSize.toBytes()) {
            throw new TooLarge(maxFileSize);
        }
        disk.requireRoom(length);
        FileChannel.open(place(id), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
                .close();
        Disk.forceNames(folder);
    }

    /**
     * Adds a piece, as far as its stream comes: one that breaks off is kept up to there. Memory use does not grow with its size.
     *
     * @return how many bytes are here now
     * @throws PartRefused when it does not fit, or somebody else came in between
     * @throws StorageFull when there is no room; what was written before stays
     */
    public long append(UUID id, Ledger ledger, Piece piece) throws IOException {
        Part part = part(id);
        Part.Turn turn = part.take(ledger, piece);
        try {
            byte[] buffer = new byte[BUFFER];
            long left = piece.most();
            while (left > 0) {
                int read = read(piece.content(), buffer, (int) Math.min(left, BUFFER));
                if (read < 0) {
                    break;
                }
                part.write(turn, buffer, read);
                left -= read;
            }
            if (left == 0 && read(piece.content(), buffer, 1) > 0) {
                throw new PartRefused(
                        PartRefused.Why.TOO_MUCH, "More bytes came than were announced for the whole file.");
            }
            part.check(turn);
        } finally {
            part.leave(turn);
        }
        return turn.end();
    }

    /** A sender who is cut off has sent what came before. */
    private static int read(InputStream content, byte[] buffer, int most) {
        try {
            return content.read(buffer, 0, most);
        } catch (IOException cutOff) {
            return -1;
        }
    }

    /** Ends a piece that is on its way, and writes down what came of it. */
    public void stop(UUID id) throws IOException {
        Part part = parts.get(id);
        if (part != null) {
            part.stop();
        }
    }

    /** The SHA-256 of a file that has all its bytes; those that came in this process were reckoned as they came. */
    public BlobRef reckon(UUID id, Ledger ledger, long length) throws IOException {
        return part(id).reckon(ledger, length);
    }

    /** Gives the file to the store, without copying it. Does nothing when that was done before. */
    public void settle(UUID id, BlobRef known) throws IOException {
        Path place = place(id);
        if (Files.exists(place)) {
            blobs.adopt(place, known);
        } else if (!blobs.exists(known.sha256())) {
            throw new BlobMissing(known.sha256());
        }
        parts.remove(id);
    }

    /** Deletes what came, also while more comes. */
    public void delete(UUID id) throws IOException {
        stop(id);
        Files.deleteIfExists(place(id));
        parts.remove(id);
    }

    public boolean has(UUID id) {
        return Files.exists(place(id));
    }

    /** Files that nothing was added to since, for finding those that nobody knows of any more. */
    public List<UUID> untouchedSince(Instant moment) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toFile().lastModified() < moment.toEpochMilli())
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[0-9a-f-]{36}\\" + ENDING))
                    .map(name -> UUID.fromString(name.substring(0, name.length() - ENDING.length())))
                    .toList();
        }
    }

    private Part part(UUID id) {
        if (parts.size() > MOST_REMEMBERED) {
            parts.values().removeIf(Part::isIdle);
        }
        return parts.computeIfAbsent(id, unseen -> new Part(place(id), disk));
    }

    private Path place(UUID id) {
        return folder.resolve(id + ENDING);
    }
}
