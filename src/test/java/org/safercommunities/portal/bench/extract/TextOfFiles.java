package org.safercommunities.portal.bench.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.safercommunities.portal.bench.Cpu;
import org.safercommunities.portal.storage.Blobs;
import org.safercommunities.portal.storage.Inspection;
import org.safercommunities.portal.storage.Inspector;
import org.safercommunities.portal.storage.MediaTypes;
import org.safercommunities.portal.storage.StorageFolders;
import org.safercommunities.portal.storage.worker.ReadingWithoutWorker;

/** Reads files as the portal does, and each once more without a worker. */
final class TextOfFiles {

    private static final int TO_WARM_UP = 2;
    private static final Set<Inspection.State> READ = EnumSet.of(Inspection.State.TEXT, Inspection.State.NO_TEXT);

    private final Blobs blobs;
    private final StorageFolders folders;
    private final ReadingWithoutWorker without;
    private final MediaTypes types = new MediaTypes();
    private final List<Stored> files = new ArrayList<>();
    private final Map<String, Tally> tallies = new TreeMap<>();

    TextOfFiles(Blobs blobs, StorageFolders folders, ReadingWithoutWorker without) {
        this.blobs = blobs;
        this.folders = folders;
        this.without = without;
    }

    List<Stored> files() {
        return files;
    }

    /** One worker, one file after the other. @return by kind */
    Map<String, Tally> read(Path folder) throws IOException {
        Map<String, Integer> warm = new TreeMap<>();
        try (Inspector inspector = new Inspector(blobs, folders, Settings.with(1));
                Stream<Path> listed = Files.list(folder)) {
            for (Path file : listed.filter(Files::isRegularFile).sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                Stored stored = read(inspector, stored(file), name, false);
                String kind = types.friendlyName(stored.found().mediaType());
                while (warm.merge(kind, 1, Integer::sum) <= TO_WARM_UP) {
                    read(inspector, stored.sha256(), name, false);
                }
                files.add(read(inspector, stored.sha256(), name, true));
            }
        }
        return tallies;
    }

    private String stored(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return blobs.store(content).sha256();
        }
    }

    private Stored read(Inspector inspector, String sha256, String name, boolean counts) {
        Map<Long, Duration> before = Cpu.ofChildren();
        long began = System.nanoTime();
        Stored stored = new Stored(sha256, name, inspector.inspect(sha256, name));
        double took = seconds(began);
        double inWorker = Cpu.ofChildrenSince(before);
        double ownBefore = Cpu.ofThisThread();
        if (!stored.dangerous()) {
            blobs.withFile(sha256, file -> without.read(file, name, Settings.textLimit()));
        }
        double here = Cpu.ofThisThread() - ownBefore;
        if (counts) {
            Inspection found = stored.found();
            Tally tally = tallies.computeIfAbsent(types.friendlyName(found.mediaType()), any -> new Tally());
            tally.add(took);
            if (!READ.contains(found.state())) {
                tally.failed(found.state().name().toLowerCase(Locale.ROOT).replace('_', ' '));
            }
            if (!stored.dangerous()) {
                tally.compare(inWorker, here);
            }
        }
        return stored;
    }

    /** All of them again with so many workers at once. @return seconds */
    double readAtOnce(int workers) throws Exception {
        try (Inspector inspector = new Inspector(blobs, folders, Settings.with(workers));
                ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            readAll(inspector, threads, files.subList(0, Math.min(files.size(), 2 * workers)));
            long began = System.nanoTime();
            readAll(inspector, threads, files);
            return seconds(began);
        }
    }

    private static void readAll(Inspector inspector, ExecutorService threads, List<Stored> some) throws Exception {
        List<Future<Inspection>> all = some.stream()
                .map(file -> threads.submit(() -> inspector.inspect(file.sha256(), file.name())))
                .toList();
        for (Future<Inspection> one : all) {
            one.get();
        }
    }

    static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
