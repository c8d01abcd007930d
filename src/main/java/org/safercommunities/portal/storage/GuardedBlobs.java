package org.safercommunities.portal.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;

/** The store as the portal sees it: nothing comes out that is held back, whoever asks. */
final class GuardedBlobs implements Blobs {

    private final FolderBlobs files;
    private final Quarantine quarantine;

    GuardedBlobs(FolderBlobs files, Quarantine quarantine) {
        this.files = files;
        this.quarantine = quarantine;
    }

    @Override
    public BlobRef store(InputStream content) throws IOException {
        BlobRef stored = files.store(content);
        quarantine.arrived(stored.sha256(), stored.size());
        return stored;
    }

    @Override
    public void adopt(Path file, BlobRef known) throws IOException {
        files.adopt(file, known);
        quarantine.arrived(known.sha256(), known.size());
    }

    @Override
    public void admit(String sha256) {
        quarantine.admit(sha256);
    }

    @Override
    public Resource open(String sha256) {
        quarantine.admit(sha256);
        return files.open(sha256);
    }

    @Override
    public byte[] beginning(String sha256) throws IOException {
        return files.beginning(sha256);
    }

    @Override
    public <T> T withFile(String sha256, FileUse<T> use) {
        quarantine.admit(sha256);
        return files.withFile(sha256, use);
    }

    @Override
    public boolean exists(String sha256) {
        return files.exists(sha256);
    }

    @Override
    public boolean delete(String sha256) throws IOException {
        boolean deleted = files.delete(sha256);
        if (deleted) {
            quarantine.gone(sha256);
        }
        return deleted;
    }

    @Override
    public Stream<String> storedBefore(Instant moment) throws IOException {
        return files.storedBefore(moment);
    }
}
