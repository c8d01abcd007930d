package org.safercommunities.portal.storage;

import java.io.IOException;
import java.io.InputStream;
import org.safercommunities.portal.shared.AtMost;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;

/**
 * Takes in pictures that are shown to others. Whatever comes in is drawn anew in a worker, so that nothing of the file itself ever
 * goes out: no camera’s position, no script and no twenty megabytes.
 */
@Service
public class PictureIntake {

    /** Bytes of the largest file that is taken. */
    public static final long LARGEST = 30L * 1024 * 1024;

    /** Of what is drawn. */
    public static final int WIDTH = 1200;

    private final Blobs blobs;
    private final Inspector inspector;
    private final MediaTypes mediaTypes;
    private final Pages pages;
    private final FileScans scans;

    PictureIntake(Blobs blobs, Inspector inspector, MediaTypes mediaTypes, Pages pages, FileScans scans) {
        this.blobs = blobs;
        this.inspector = inspector;
        this.mediaTypes = mediaTypes;
        this.pages = pages;
        this.scans = scans;
    }

    /** A picture that is in the store, and what was drawn of it. */
    public record Taken(String sha256, String mediaType, Resource drawn) {}

    /** It was not taken; the message says why to whoever put it in. */
    public static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }

        /** Never null. */
        public String why() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * Blocks while it is looked at and drawn; not inside a transaction.
     *
     * @param called what it is called at the beginning of a sentence
     * @throws IOException when the stream breaks off or the store fails
     */
    public Taken take(InputStream content, String fileName, String called) throws IOException, Refused {
        try {
            BlobRef file = blobs.store(new AtMost(content, LARGEST));
            scans.scanNow(file.sha256());
            Inspection found = inspector.inspect(file.sha256(), fileName);
            if (!mediaTypes.picture(found.mediaType())) {
                throw new Refused(called + " is not a picture. Choose a PNG, JPEG, GIF or WebP file");
            }
            return new Taken(file.sha256(), found.mediaType(), pages.page(file.sha256(), found.mediaType(), 1, WIDTH));
        } catch (TooLarge | AtMost.Exceeded tooLarge) {
            throw new Refused(
                    "%s is larger than %d MB. Save it smaller and put it in again".formatted(called, LARGEST >> 20));
        } catch (HeldBack held) {
            throw new Refused(
                    held.scan().state() == ScanState.WAITING
                            ? "The virus scanner does not answer. Try again later, and tell an administrator when it stays like this"
                            : "That is not taken, because the virus scanner does not pass it");
        } catch (NoPreview cannot) {
            throw new Refused(called + " cannot be drawn. Save it as PNG or JPEG and put it in again");
        } catch (Busy busy) {
            throw new Refused("Too many files are being read just now. Try again in a minute");
        }
    }
}
