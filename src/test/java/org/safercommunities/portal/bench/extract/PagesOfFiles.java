package org.safercommunities.portal.bench.extract;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.safercommunities.portal.bench.Cpu;
import org.safercommunities.portal.storage.Blobs;
import org.safercommunities.portal.storage.MediaTypes;
import org.safercommunities.portal.storage.NoPreview;
import org.safercommunities.portal.storage.Pages;
import org.safercommunities.portal.storage.StorageFolders;
import org.safercommunities.portal.storage.worker.ReadingWithoutWorker;

/** Draws the first page of files as the portal does for its lists, and each once more without a worker. */
final class PagesOfFiles {

    private static final int TO_WARM_UP = 2;
    private static final int WIDTH = 416;

    private final Blobs blobs;
    private final StorageFolders folders;
    private final ReadingWithoutWorker without;
    private final MediaTypes types = new MediaTypes();
    private final Map<String, Tally> tallies = new TreeMap<>();
    private int withoutPages;

    PagesOfFiles(Blobs blobs, StorageFolders folders, ReadingWithoutWorker without) {
        this.blobs = blobs;
        this.folders = folders;
        this.without = without;
    }

    /** Files of kinds that have no pages. */
    int withoutPages() {
        return withoutPages;
    }

    /** One worker, one file after the other. @return by kind */
    Map<String, Tally> draw(List<Stored> files) {
        Map<String, Integer> warm = new TreeMap<>();
        try (Pages pages = new Pages(blobs, types, folders, Settings.with(1))) {
            for (Stored file : files) {
                if (!pages.available(file.found().mediaType())) {
                    withoutPages++;
                    continue;
                }
                while (warm.merge(types.friendlyName(file.found().mediaType()), 1, Integer::sum) <= TO_WARM_UP) {
                    draw(pages, file, false);
                }
                draw(pages, file, true);
            }
        }
        return tallies;
    }

    private void draw(Pages pages, Stored file, boolean counts) {
        String mediaType = file.found().mediaType();
        boolean drawnHere = mediaType.equals(MediaTypes.PDF) || types.picture(mediaType) || types.words(mediaType);
        pages.forget(file.sha256());
        Map<Long, Duration> before = Cpu.ofChildren();
        long began = System.nanoTime();
        String failure = drawn(pages, file);
        double took = TextOfFiles.seconds(began);
        double inWorker = Cpu.ofChildrenSince(before);
        boolean compared = drawnHere && failure.isEmpty() && !file.dangerous();
        double ownBefore = Cpu.ofThisThread();
        if (compared) {
            blobs.withFile(file.sha256(), path -> without.draw(path, mediaType, WIDTH));
        }
        double here = Cpu.ofThisThread() - ownBefore;
        if (!counts) {
            return;
        }
        Tally tally = tallies.computeIfAbsent(types.friendlyName(mediaType), any -> new Tally());
        tally.add(took);
        if (!failure.isEmpty()) {
            tally.failed(failure);
        }
        if (compared) {
            tally.compare(inWorker, here);
        }
    }

    /** @return why not; empty when it was drawn */
    private static String drawn(Pages pages, Stored file) {
        try {
            pages.thumbnail(file.sha256(), file.found().mediaType());
            return "";
        } catch (NoPreview none) {
            return "“"
                    + none.reason()
                            .replaceFirst("^There is no preview,? because ", "")
                            .replaceFirst("\\.$", "")
                    + "”";
        }
    }
}
