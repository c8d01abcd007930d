package org.safercommunities.portal.library;

import java.io.IOException;
import java.io.InputStream;
import org.safercommunities.portal.storage.BlobRef;
import org.safercommunities.portal.storage.Blobs;
import org.safercommunities.portal.storage.MediaTypes;
import org.safercommunities.portal.storage.ScanResult;
import org.safercommunities.portal.storage.Scanner;
import org.springframework.stereotype.Service;

/** Takes the bytes of a file in, before anything is said of it. */
@Service
public class Intake {

    private final Blobs blobs;
    private final MediaTypes mediaTypes;
    private final Scanner scanner;

    Intake(Blobs blobs, MediaTypes mediaTypes, Scanner scanner) {
        this.blobs = blobs;
        this.mediaTypes = mediaTypes;
        this.scanner = scanner;
    }

    /**
     * Stores a file as it comes, whatever its size, and looks at its first bytes for its type.
     *
     * @throws InvalidDocument when it is empty, or a virus scanner is set up and does not let it pass
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
     * @throws InvalidDocument when there are none, or a virus scanner is set up and does not let them pass
     */
    public StoredFile look(BlobRef stored, String fileName) throws IOException {
        if (stored.size() == 0) {
            throw new InvalidDocument("file", "This file is empty. Save it again and choose it once more.");
        }
        String mediaType;
        try (InputStream content = blobs.open(stored.sha256()).getInputStream()) {
            mediaType = mediaTypes.guess(content, StoredFile.safe(fileName));
        }
        refuseInfected(stored);
        return new StoredFile(stored.sha256(), stored.size(), fileName, mediaType);
    }

    /** Nothing refers to the bytes yet: of a refused file they are swept away with other leftovers. */
    private void refuseInfected(BlobRef stored) throws IOException {
        if (!scanner.configured()) {
            return;
        }
        try (InputStream content = blobs.open(stored.sha256()).getInputStream()) {
            ScanResult result = scanner.scan(content);
            if (!result.admits()) {
                throw new InvalidDocument("file", result.detail());
            }
        }
    }
}
