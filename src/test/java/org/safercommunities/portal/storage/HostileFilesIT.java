package org.safercommunities.portal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** A file may hang or exhaust whoever reads it; the portal goes on and says so. */
class HostileFilesIT {

    private static final Duration LIMIT = Duration.ofSeconds(4);

    @TempDir
    Path data;

    private StorageFolders folders;
    private Blobs blobs;
    private Inspector inspector;
    private Pages pages;

    @BeforeEach
    void start() throws IOException {
        folders = StorageFolders.in(data);
        blobs = TestBlobs.in(folders);
        StorageProperties properties = TestBlobs.properties(LIMIT);
        inspector = new Inspector(blobs, folders, properties);
        pages = new Pages(blobs, new MediaTypes(), folders, properties);
    }

    @AfterEach
    void stop() {
        inspector.close();
        pages.close();
    }

    @Test
    void aFileThatNeverEndsIsStoppedInTimeWhileOthersAreRead() throws Exception {
        String endless = TestBlobs.store(blobs, HostileFiles.pdfWithoutEnd());
        String honest = TestBlobs.store(blobs, HostileFiles.wordSaying("Minutes of the Working Group"));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Inspection> warm : List.of(
                    threads.submit(() -> inspector.inspect(honest, "minutes.docx")),
                    threads.submit(() -> inspector.inspect(honest, "minutes.docx")))) {
                warm.get();
            }
            long start = System.nanoTime();
            Future<Inspection> hanging = threads.submit(() -> inspector.inspect(endless, "endless.pdf"));
            int others = 0;
            while (!hanging.isDone()) {
                assertThat(inspector.inspect(honest, "minutes.docx").text()).isEqualTo("Minutes of the Working Group");
                others++;
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);

            assertThat(hanging.get().state()).isEqualTo(Inspection.State.TOO_SLOW);
            assertThat(hanging.get().mediaType()).isEqualTo(MediaTypes.PDF);
            assertThat(hanging.get().reason()).contains("longer than 4 seconds");
            // A busy machine may have to start the second worker yet
            assertThat(took).isLessThan(LIMIT.plusSeconds(15));
            assertThat(others).isGreaterThan(2);
        }
    }

    @Test
    void aFileThatFillsTheMemoryCostsAWorkerAndNotThePortal() throws Exception {
        inspector.close();
        // A small memory is filled sooner, and the rest is the same
        inspector =
                new Inspector(blobs, folders, TestBlobs.properties(Duration.ofSeconds(60), DataSize.ofMegabytes(96)));
        String honest = TestBlobs.store(blobs, HostileFiles.wordSaying("Still here"));
        String filling = TestBlobs.store(blobs, HostileFiles.pdfThatFillsTheMemory());
        long before = heapUsed();

        List<Inspection> outcomes = List.of(
                inspector.inspect(filling, "large.pdf"),
                inspector.inspect(filling, "large.pdf"),
                inspector.inspect(filling, "large.pdf"));

        assertThat(outcomes).allSatisfy(outcome -> {
            assertThat(outcome.state()).isEqualTo(Inspection.State.TOO_LARGE);
            assertThat(outcome.reason()).contains("more memory");
        });
        assertThat(heapUsed() - before).isLessThan(DataSize.ofMegabytes(20).toBytes());
        assertThat(inspector.inspect(honest, "honest.docx").text()).isEqualTo("Still here");
    }

    @Test
    void aPdfOfAMillionObjectsIsReadInItsTimeOrLeftAlone() throws Exception {
        String many = TestBlobs.store(blobs, HostileFiles.pdfOfObjects(1_000_000));
        String honest = TestBlobs.store(blobs, HostileFiles.wordSaying("Still here"));
        long start = System.nanoTime();

        Inspection outcome = inspector.inspect(many, "objects.pdf");

        assertThat(outcome.state())
                .isIn(Inspection.State.TOO_SLOW, Inspection.State.TOO_LARGE, Inspection.State.NO_TEXT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT.plusSeconds(15));
        assertThat(inspector.inspect(honest, "honest.docx").text()).isEqualTo("Still here");
    }

    @Test
    void entitiesThatMultiplyAreNotExpanded() throws Exception {
        Inspection inspection =
                inspector.inspect(TestBlobs.store(blobs, HostileFiles.wordWithEntities()), "laughs.docx");

        assertThat(inspection.state()).isEqualTo(Inspection.State.DAMAGED);
        assertThat(inspection.text().length()).isLessThan(1_000);
    }

    @Test
    void anOfficeFileThatUnpacksToFarTooMuchIsLeftAlone() throws Exception {
        Inspection inspection = inspector.inspect(TestBlobs.store(blobs, HostileFiles.wordBomb(700)), "bomb.docx");

        assertThat(inspection.state()).isEqualTo(Inspection.State.TOO_LARGE);
    }

    @Test
    void aZipFileIsListedButNotUnpacked() throws Exception {
        Inspection inspection = inspector.inspect(TestBlobs.store(blobs, HostileFiles.zipBomb(400)), "bomb.zip");

        assertThat(inspection.state()).isEqualTo(Inspection.State.TEXT);
        assertThat(inspection.text()).contains("minutes.txt", "bomb.zip", "blanks.bin");
        assertThat(inspection.notes()).contains(Inspection.Note.TRUNCATED);
        assertThat(inspection.reason()).contains("only some");
    }

    @Test
    void zipFilesInZipFilesAreFollowedOnlySoFar() throws Exception {
        Inspection inspection = inspector.inspect(TestBlobs.store(blobs, HostileFiles.nestedZips(30)), "deep.zip");

        assertThat(inspection.text()).contains("level-2.zip").doesNotContain("level-10.zip", "innermost.txt");
        assertThat(inspection.notes()).contains(Inspection.Note.TRUNCATED);
    }

    @Test
    void aPictureThatSaysItIsHugeIsNotDecoded() throws Exception {
        String huge = TestBlobs.store(blobs, HostileFiles.png(60_000, 60_000));

        assertThat(inspector.inspect(huge, "huge.png").state()).isEqualTo(Inspection.State.NO_TEXT);
        assertThatThrownBy(() -> pages.page(huge, "image/png", 1, 800))
                .isInstanceOf(NoPreview.class)
                .hasMessageContaining("60,000 by 60,000");
    }

    @Test
    void aPageThatNeverEndsHasNoPreviewAndIsNotTriedAgain() throws Exception {
        String endless = TestBlobs.store(blobs, HostileFiles.pdfWithoutEnd());
        assertThatThrownBy(() -> pages.page(endless, MediaTypes.PDF, 1, 800)).hasMessageContaining("too long");

        long start = System.nanoTime();
        assertThatThrownBy(() -> pages.page(endless, MediaTypes.PDF, 1, 800)).hasMessageContaining("too long");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void moreTextThanThePortalKeepsIsCutAndSaidSo() throws Exception {
        byte[] long_ = "Community safety. ".repeat(400_000).getBytes(StandardCharsets.UTF_8);
        Inspection inspection = inspector.inspect(TestBlobs.store(blobs, long_), "long.txt");

        assertThat(inspection.state()).isEqualTo(Inspection.State.TEXT);
        assertThat(inspection.text()).hasSizeBetween(4_999_000, 5_000_000);
        assertThat(inspection.notes()).containsExactly(Inspection.Note.TRUNCATED);
        assertThat(inspection.reason()).contains("5,000,000 characters");
    }

    @Test
    void aKilledWorkerIsReplacedAndTheFileReadAllTheSame() throws Exception {
        String honest = TestBlobs.store(blobs, HostileFiles.wordSaying("Read twice"));
        inspector.inspect(honest, "honest.docx");
        inspector.pids().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));

        assertThat(inspector.inspect(honest, "honest.docx").text()).isEqualTo("Read twice");
    }

    @Test
    void aWorkerKnowsNoSecretsAndLeavesNothingBehind() throws Exception {
        inspector.inspect(TestBlobs.store(blobs, HostileFiles.pdf(3)), "three.pdf");
        long pid = inspector.pids().iterator().next();

        String environment = Files.readString(Path.of("/proc/" + pid + "/environ"), StandardCharsets.ISO_8859_1);
        assertThat(environment.split("\0"))
                .extracting(variable -> variable.replaceAll("=.*", ""))
                .isSubsetOf("LANG", "HOME", "TMPDIR", "PWD", "OLDPWD", "_", "NLSPATH", "LD_LIBRARY_PATH", "SHLVL");
        assertThat(Leftovers.sizeBelow(folders.work().resolve("readers"))).isZero();
    }

    @Test
    void aWorkerHasNoNetworkWhereTheSystemAllowsGivingItUp() throws Exception {
        assumeTrue(
                new ProcessBuilder("unshare", "--user", "--map-root-user", "--net", "true")
                                .start()
                                .waitFor()
                        == 0,
                "No user namespaces here");
        inspector.inspect(TestBlobs.store(blobs, HostileFiles.pdf(1)), "one.pdf");
        long pid = inspector.pids().iterator().next();

        assertThat(Files.readSymbolicLink(Path.of("/proc/" + pid + "/ns/net")))
                .isNotEqualTo(Files.readSymbolicLink(Path.of("/proc/self/ns/net")));
    }

    private static long heapUsed() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
