package org.safercommunities.portal.storage.worker;

import java.nio.file.Path;

/** What workers do with files, done here and now: for measuring what it costs that they are processes of their own. */
public final class ReadingWithoutWorker {

    private final Extraction extraction;

    public ReadingWithoutWorker() throws Exception {
        extraction = new Extraction();
    }

    /** @return the outcome, by the names of {@link Reading.Outcome} */
    public String read(Path file, String fileName, int textLimit) {
        return extraction.read(file, fileName, textLimit).outcome().name();
    }

    /** @return whether there was something to draw */
    public boolean draw(Path file, String mediaType, int width) {
        return new Drawing(width, extraction).draw(file, mediaType, 1) != null;
    }
}
