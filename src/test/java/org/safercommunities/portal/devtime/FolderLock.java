package org.safercommunities.portal.devtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Says that a folder's data is in use by this process. The system lifts it when the process ends, however it ends. */
public final class FolderLock implements AutoCloseable {

    private static final String FILE = "in-use.lock";

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private FolderLock(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes the lock, or nothing when another process (or this one) holds it. */
    public static Optional<FolderLock> tryLock(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return Optional.of(new FolderLock(folder, channel, lock));
                }
            } catch (OverlappingFileLockException e) {
                // held by this process: same answer as held by another
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the folder " + folder, e);
        }
    }

    /** Whether somebody has held it on this folder, now or before. */
    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /** The folder that is ours now. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
