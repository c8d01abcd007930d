package org.safercommunities.portal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.Resource;

/** Real files of every kind, broken ones too, from the test sets of PDF.js, POI and Tika. */
class CorpusIT {

    /** Office files, which LibreOffice takes minutes for, and all the rest: only when asked for. */
    private static final boolean OFFICE = "office".equals(System.getenv("PORTAL_CORPUS"));

    private record Outcome(String name, Inspection inspection, long millis) {}

    @TempDir
    Path data;

    @Test
    void everyFileEndsWithAStateAndAReasonAndNoneIsLost() throws Exception {
        Path corpus = Corpus.folder();
        assumeTrue(Files.isDirectory(corpus), "The files are not part of the project");
        StorageFolders folders = StorageFolders.in(data);
        Blobs blobs = TestBlobs.in(folders);
        long start = System.nanoTime();
        List<Outcome> outcomes = new ArrayList<>();
        try (Inspector inspector = new Inspector(blobs, folders, StorageProperties.standard());
                // As many as there are workers, so that the times are those of reading and not of waiting
                ExecutorService threads = Executors.newFixedThreadPool(2);
                Stream<Path> files = Files.list(corpus)) {
            List<Future<Outcome>> running = files.sorted()
                    .map(file -> threads.submit(() -> outcome(blobs, inspector, file)))
                    .toList();
            for (Future<Outcome> outcome : running) {
                outcomes.add(outcome.get());
            }
            report(outcomes, Duration.ofNanos(System.nanoTime() - start), inspector);
        }

        assertThat(outcomes).allSatisfy(outcome -> {
            assertThat(outcome.inspection().reason()).endsWith(".");
            assertThat(outcome.inspection().mediaType()).contains("/");
            assertThat(outcome.inspection().text()).doesNotContain("\u0000").doesNotContain("\r");
            assertThat(outcome.inspection().searchable() || outcome.inspection().state() != Inspection.State.TEXT)
                    .isTrue();
        });
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.inspection().searchable())
                .hasSizeGreaterThan(120);
    }

    @Test
    void everyFileHasAFirstPageOrSaysWhyNot() throws Exception {
        Path corpus = Corpus.folder();
        assumeTrue(Files.isDirectory(corpus), "The files are not part of the project");
        StorageFolders folders = StorageFolders.in(data);
        Blobs blobs = TestBlobs.in(folders);
        MediaTypes types = new MediaTypes();
        StringBuilder report = new StringBuilder();
        int drawn = 0;
        try (Pages pages = new Pages(blobs, types, folders, StorageProperties.standard());
                Inspector inspector = new Inspector(blobs, folders, StorageProperties.standard());
                Stream<Path> files = Files.list(corpus)) {
            for (Path file : files.sorted().toList()) {
                byte[] content = Files.readAllBytes(file);
                String mediaType = types.guess(
                        new ByteArrayInputStream(content), file.getFileName().toString());
                String sha256 = TestBlobs.store(blobs, content);
                if (OFFICE) {
                    mediaType = inspector
                            .inspect(sha256, file.getFileName().toString())
                            .mediaType();
                } else if (!mediaType.equals(MediaTypes.PDF) && !mediaType.startsWith("image/")) {
                    continue;
                }
                long start = System.nanoTime();
                String result;
                try {
                    Resource page = pages.page(sha256, mediaType, 1, 800);
                    assertThat(ImageIO.read(page.getFile())).isNotNull();
                    result = "%d pages, %d bytes".formatted(pages.count(sha256, mediaType), page.contentLength());
                    drawn++;
                } catch (NoPreview none) {
                    result = none.reason();
                    assertThat(result).endsWith(".");
                }
                report.append("%s\t%s\t%d ms\t%s%n"
                        .formatted(file.getFileName(), mediaType, (System.nanoTime() - start) / 1_000_000, result));
            }
        }
        Files.writeString(Files.createDirectories(Path.of("target")).resolve("corpus-pages.tsv"), report);

        assertThat(drawn).isGreaterThan(40);
    }

    private static Outcome outcome(Blobs blobs, Inspector inspector, Path file) throws IOException {
        BlobRef ref;
        try (InputStream content = Files.newInputStream(file)) {
            ref = blobs.store(content);
        }
        long start = System.nanoTime();
        Inspection inspection =
                inspector.inspect(ref.sha256(), file.getFileName().toString());
        return new Outcome(file.getFileName().toString(), inspection, (System.nanoTime() - start) / 1_000_000);
    }

    private static void report(List<Outcome> outcomes, Duration took, Inspector inspector) throws IOException {
        Map<Inspection.State, Long> states = outcomes.stream()
                .collect(Collectors.groupingBy(
                        outcome -> outcome.inspection().state(), TreeMap::new, Collectors.counting()));
        StringBuilder report = new StringBuilder("files\t%d\nseconds\t%.1f\nstates\t%s\nworkers\t%s\n"
                .formatted(outcomes.size(), took.toMillis() / 1000.0, states, memory(inspector)));
        for (Outcome outcome : outcomes) {
            Inspection inspection = outcome.inspection();
            report.append(String.join(
                            "\t",
                            inspection.state().name(),
                            outcome.name(),
                            inspection.mediaType(),
                            inspection.text().length() + " characters",
                            "pages " + inspection.pages(),
                            "title " + inspection.title(),
                            "markings " + inspection.markings() + " " + inspection.notes(),
                            outcome.millis() + " ms",
                            inspection.reason()))
                    .append('\n');
        }
        Path target = Files.createDirectories(Path.of("target"));
        Files.writeString(target.resolve("corpus.tsv"), report);
    }

    /** Resident memory, as Linux tells it. */
    private static List<String> memory(Inspector inspector) throws IOException {
        List<String> lines = new ArrayList<>();
        for (long pid : inspector.pids()) {
            Path status = Path.of("/proc/" + pid + "/status");
            if (Files.exists(status)) {
                lines.addAll(Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM") || line.startsWith("VmRSS"))
                        .toList());
            }
        }
        Collections.sort(lines);
        return lines;
    }
}
