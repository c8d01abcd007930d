package org.safercommunities.portal.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.util.unit.DataSize;

/**
 * Files in a folder, as {@code ab/cd/abcd…}. A file is written beside its place, forced to the disk and then renamed, so a
 * crash leaves only temporary files, which the next start sweeps away.
 */
public final class FolderBlobs implements Blobs {

    private static final Logger LOG = LoggerFactory.getLogger(FolderBlobs.class);
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Duration OLD = Duration.ofDays(1);
    private static final Duration GRACE = Duration.ofHours(1);
    private static final int BUFFER = 128 * 1024;
    private static final int BEGINNING = 64 * 1024;

    private final Path folder;
    private final Path incoming;
    private final DataSize maxFileSize;
    private final Disk disk;

    /**
     * @param maxFileSize the largest file taken
     * @param reserve room that is left free on the disk
     */
    public FolderBlobs(Path folder, DataSize maxFileSize, DataSize reserve) throws IOException {
        this.folder = folder.toAbsolutePath().normalize();
        this.incoming = this.folder.resolve("incoming");
        this.maxFileSize = maxFileSize;
        this.disk = new Disk(incoming, reserve);
        Files.createDirectories(incoming);
        sweep();
    }

    @Override
    public BlobRef store(InputStream content) throws IOException {
        Path temporary = incoming.resolve(UUID.randomUUID() + ".part");
        try {
            MessageDigest digest = sha256();
            long size = write(content, temporary, digest);
            String sha256 = HexFormat.of().formatHex(digest.digest());
            settle(temporary, sha256);
            return new BlobRef(sha256, size);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    @Override
    public void adopt(Path file, BlobRef known) throws IOException {
        if (Files.size(file) != known.size()) {
            throw new IllegalArgumentException("The file has not the size it is said to have");
        }
        // Its age counts from now on, whenever its bytes came
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        settle(file, known.sha256());
        Files.deleteIfExists(file);
    }

    @Override
    public Resource open(String sha256) {
        return new FileSystemResource(existing(sha256));
    }

    @Override
    public byte[] beginning(String sha256) throws IOException {
        try (InputStream content = Files.newInputStream(existing(sha256))) {
            return content.readNBytes(BEGINNING);
        }
    }

    @Override
    public boolean exists(String sha256) {
        return Files.isRegularFile(place(sha256));
    }

    @Override
    public boolean delete(String sha256) throws IOException {
        Path place = place(sha256);
        try {
            if (Files.getLastModifiedTime(place)
                    .toInstant()
                    .isAfter(Instant.now().minus(GRACE))) {
                return false;
            }
            return Files.deleteIfExists(place);
        } catch (NoSuchFileException alreadyGone) {
            return true;
        }
    }

    @Override
    public Stream<String> storedBefore(Instant moment) throws IOException {
        return Files.find(
                        folder,
                        3,
                        (path, attributes) -> attributes.isRegularFile()
                                && SHA256.matcher(String.valueOf(path.getFileName()))
                                        .matches()
                                && attributes.lastModifiedTime().toInstant().isBefore(moment))
                .map(path -> String.valueOf(path.getFileName()));
    }

    @Override
    public <T> T withFile(String sha256, FileUse<T> use) {
        return use.with(existing(sha256));
    }

    private long write(InputStream content, Path temporary, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        long lookAt = 0;
        try (FileChannel file = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (true) {
                if (size >= lookAt) {
                    disk.requireRoom(0);
                    lookAt = size + Disk.LOOK_FOR_ROOM_EVERY;
                }
                int read = content.read(buffer);
                if (read < 0) {
                    break;
                }
                size += read;
                if (size > maxFileSize.toBytes()) {
                    throw new TooLarge(maxFileSize);
                }
                digest.update(buffer, 0, read);
                Disk.write(file, ByteBuffer.wrap(buffer, 0, read));
            }
            Disk.force(file);
        }
        return size;
    }

    private void settle(Path temporary, String sha256) throws IOException {
        Path place = place(sha256);
        if (Files.exists(place) && Files.size(place) == Files.size(temporary)) {
            // Tells a deletion that is about to happen that somebody wants it again
            Files.setLastModifiedTime(place, FileTime.from(Instant.now()));
            if (Files.exists(place)) {
                return;
            }
        }
        Files.createDirectories(place.getParent());
        Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
        place.toFile().setReadOnly();
        Disk.forceNames(Objects.requireNonNull(place.getParent()));
    }

    private Path existing(String sha256) {
        Path place = place(sha256);
        if (!Files.isRegularFile(place)) {
            throw new BlobMissing(sha256);
        }
        return place;
    }

    private Path place(String sha256) {
        return folder.resolve(split(sha256));
    }

    /** {@code ab/cd/abcd…}, so that no folder grows too long to list. */
    static Path split(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("Not a SHA-256 in small hexadecimal digits");
        }
        return Path.of(sha256.substring(0, 2), sha256.substring(2, 4), sha256);
    }

    private void sweep() throws IOException {
        Instant before = Instant.now().minus(OLD);
        try (Stream<Path> left = Files.list(incoming)) {
            for (Path temporary : left.toList()) {
                if (Files.getLastModifiedTime(temporary).toInstant().isBefore(before)) {
                    Files.deleteIfExists(temporary);
                    LOG.info("Deleted {}, left by an upload that was cut off", temporary.getFileName());
                }
            }
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
