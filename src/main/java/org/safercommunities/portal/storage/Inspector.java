package org.safercommunities.portal.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.safercommunities.portal.storage.worker.FirstBytes;
import org.safercommunities.portal.storage.worker.Reading;
import org.safercommunities.portal.storage.worker.Wire;

/**
 * Reads what is in files: their type, text, pages, title. The reading happens in worker processes that a hostile file can
 * hang or exhaust without the portal noticing more than a sentence in the {@link Inspection}.
 */
public final class Inspector implements AutoCloseable {

    private static final int LONGEST_NAME = 255;

    private final Blobs blobs;
    private final StorageProperties.Worker settings;
    private final Workers workers;

    public Inspector(Blobs blobs, StorageFolders folders, StorageProperties properties) {
        this.blobs = blobs;
        this.settings = properties.worker();
        Path work = folders.work().resolve("readers");
        Leftovers.delete(work);
        this.workers = new Workers(settings.readers(), settings, work);
    }

    /**
     * Blocks until the file is read, or its time is up; waits for its turn before that, which in a large import takes long:
     * call it from a virtual thread, outside any transaction.
     *
     * @param fileName as people know it, a last hint for types whose bytes say little
     * @throws BlobMissing when there is no such file
     * @throws Busy when too many files wait already, or the thread was interrupted; try again later
     * @throws WorkerUnavailable when no worker can be started, which is never the file's fault; try again later
     */
    public Inspection inspect(String sha256, String fileName) {
        String name = fileName.substring(Math.max(0, fileName.length() - LONGEST_NAME));
        return blobs.withFile(sha256, file -> inspect(file, name));
    }

    private Inspection inspect(Path file, String name) {
        int textLimit = settings.textLimit();
        Wire.Inspect request = new Wire.Inspect(file.toString(), workers.limitSeconds(), name, textLimit);
        try {
            Reading reading = workers.call(request, in -> Wire.readReading(in, textLimit));
            return Inspection.of(reading);
        } catch (WorkerDied died) {
            if (Thread.currentThread().isInterrupted()) {
                throw new Busy();
            }
            return afterDeath(died.why(), guess(file, name));
        }
    }

    private Inspection afterDeath(WorkerDied.Cause why, String mediaType) {
        return switch (why) {
            case TIME ->
                Inspection.without(
                        Inspection.State.TOO_SLOW,
                        "Reading this file took longer than " + workers.limitSeconds()
                                + " seconds and was stopped. It is kept and can be downloaded, but only its title and description can be searched.",
                        mediaType);
            case MEMORY ->
                Inspection.without(
                        Inspection.State.TOO_LARGE,
                        "Reading this file needs more memory than a single file may use. It is kept and can be downloaded, but only its title and description can be searched.",
                        mediaType);
            case ROOM ->
                Inspection.without(
                        Inspection.State.TOO_LARGE,
                        "This file unpacks to more than "
                                + Sizes.words(settings.room().toBytes())
                                + ". It is kept and can be downloaded, but only its title and description can be searched.",
                        mediaType);
            case BROKEN ->
                Inspection.without(
                        Inspection.State.DAMAGED,
                        "This file could not be read, because it is damaged in an unusual way. Check that it opens for you, save it again and put it in once more.",
                        mediaType);
        };
    }

    private static String guess(Path file, String name) {
        try (InputStream start = Files.newInputStream(file)) {
            return FirstBytes.mediaType(start.readNBytes(FirstBytes.LENGTH), name);
        } catch (IOException unreadable) {
            return MediaTypes.UNKNOWN;
        }
    }

    /** Process ids of the workers that are alive, for tests and measurements. */
    Set<Long> pids() {
        return workers.pids();
    }

    @Override
    public void close() {
        workers.close();
    }
}
