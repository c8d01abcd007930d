package org.safercommunities.portal.library;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.safercommunities.portal.storage.BlobRef;
import org.safercommunities.portal.storage.Blobs;
import org.safercommunities.portal.storage.MediaTypes;
import org.springframework.stereotype.Service;

/** Takes the bytes of a file in, before anything is said of it. */
@Service
public class Intake {

    private final Blobs blobs;
    private final MediaTypes mediaTypes;

    Intake(Blobs blobs, MediaTypes mediaTypes) {
        this.blobs = blobs;
        this.mediaTypes = mediaTypes;
    }

    /**
     * Stores a file as it comes, whatever its size, and looks at its first bytes for its type. Where a virus scanner is set up,
     * nobody gets it until that has passed it.
     *
     * @throws InvalidDocument when it is empty
     * @throws org.safercommunities.portal.storage.TooLarge when it is larger than allowed
     * @throws org.safercommunities.portal.storage.StorageFull when there is no room
     * @throws IOException when the connection broke off
     */
    public StoredFile take(InputStream content, String fileName) throws IOException {
        return look(blobs.store(content), fileName);
    }

    /**
     * The same with bytes that have come into the store in another way.
     *
     * @throws InvalidDocument when there are none
     */
    public StoredFile look(BlobRef stored, String fileName) throws IOException {
        if (stored.size() == 0) {
            throw new InvalidDocument("file", "This file is empty. Save it again and choose it once more.");
        }
        String mediaType =
                mediaTypes.guess(new ByteArrayInputStream(blobs.beginning(stored.sha256())), StoredFile.safe(fileName));
        return new StoredFile(stored.sha256(), stored.size(), fileName, mediaType);
    }
}
