package org.safercommunities.portal.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.springframework.util.unit.DataSize;

/** A real store in a folder of the test. */
final class TestBlobs {

    private TestBlobs() {}

    static Blobs in(StorageFolders folders) throws IOException {
        return new FolderBlobs(folders.files(), DataSize.ofMegabytes(500), DataSize.ofMegabytes(1));
    }

    static String store(Blobs blobs, byte[] content) throws IOException {
        return blobs.store(new ByteArrayInputStream(content)).sha256();
    }
}
