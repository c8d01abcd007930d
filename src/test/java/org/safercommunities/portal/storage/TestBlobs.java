package org.safercommunities.portal.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** A real store in a folder of the test. */
final class TestBlobs {

    private TestBlobs() {}

    static Blobs in(StorageFolders folders) throws IOException {
        return new FolderBlobs(folders.files(), DataSize.ofMegabytes(500), DataSize.ofMegabytes(1));
    }

    /** The usual settings with less patience. */
    static StorageProperties properties(Duration timeLimit) {
        return properties(timeLimit, StorageProperties.standard().worker().heap());
    }

    /** The usual settings with less patience, and workers with less memory. */
    static StorageProperties properties(Duration timeLimit, DataSize heap) {
        StorageProperties usual = StorageProperties.standard();
        StorageProperties.Worker worker = usual.worker();
        return new StorageProperties(
                usual.folder(),
                usual.maxFileSize(),
                usual.reserve(),
                new StorageProperties.Worker(
                        worker.readers(),
                        worker.drawers(),
                        heap,
                        timeLimit,
                        worker.textLimit(),
                        worker.room(),
                        worker.queue(),
                        worker.recycle()),
                usual.clamav());
    }

    static String store(Blobs blobs, byte[] content) throws IOException {
        return blobs.store(new ByteArrayInputStream(content)).sha256();
    }
}
