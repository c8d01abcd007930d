package org.safercommunities.portal.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.util.unit.DataSize;

/** The disk that files are written to, and what it says when it is full. */
final class Disk {

    /** So many bytes may be written between two looks at the room that is left. */
    static final long LOOK_FOR_ROOM_EVERY = 16L * 1024 * 1024;

    private final Path folder;
    private final DataSize reserve;

    /** @param reserve room that is left free */
    Disk(Path folder, DataSize reserve) {
        this.folder = folder;
        this.reserve = reserve;
    }

    /** @throws StorageFull when so many bytes more would eat into the reserve */
    void requireRoom(long bytes) throws IOException {
        if (Files.getFileStore(folder).getUsableSpace() - bytes < reserve.toBytes()) {
            throw new StorageFull(null);
        }
    }

    static void write(FileChannel file, ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException failed) {
            throw orFull(failed);
        }
    }

    static void force(FileChannel file) throws IOException {
        try {
            file.force(true);
        } catch (IOException failed) {
            throw orFull(failed);
        }
    }

    /** Names in a folder outlive a power cut only when the folder is forced too. */
    static void forceNames(Path folder) throws IOException {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    /** Java tells a full disk only by the operating system's words. */
    private static IOException orFull(IOException failed) {
        String message = String.valueOf(failed.getMessage());
        if (message.contains("No space left") || message.contains("quota exceeded")) {
            throw new StorageFull(failed);
        }
        return failed;
    }
}
