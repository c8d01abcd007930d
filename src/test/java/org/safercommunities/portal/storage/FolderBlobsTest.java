package org.safercommunities.portal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.Resource;
import org.springframework.util.unit.DataSize;

class FolderBlobsTest {

    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private FolderBlobs blobs;

    @BeforeEach
    void open() throws IOException {
        blobs = new FolderBlobs(folder, DataSize.ofMegabytes(10), DataSize.ofMegabytes(1));
    }

    @Test
    void contentIsFoundByTheSha256OfItsBytes() throws Exception {
        BlobRef ref = store("abc");

        assertThat(ref).isEqualTo(new BlobRef(ABC, 3));
        Resource resource = blobs.open(ABC);
        assertThat(resource.contentLength()).isEqualTo(3);
        assertThat(resource.getContentAsString(StandardCharsets.UTF_8)).isEqualTo("abc");
        assertThat(folder.resolve("ba/78/" + ABC)).exists();
        assertThat(blobs.<String>withFile(ABC, file -> String.valueOf(file.getFileName())))
                .isEqualTo(ABC);
    }

    @Test
    void theSameContentIsStoredOnceHoweverManyStoreIt() throws Exception {
        byte[] content = "the same".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        Set<BlobRef> refs = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<BlobRef>> stores = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                stores.add(threads.submit(() -> blobs.store(new ByteArrayInputStream(content))));
            }
            for (Future<BlobRef> store : stores) {
                refs.add(store.get());
            }
        }

        assertThat(refs).hasSize(1);
        assertThat(files()).hasSize(1);
        assertThat(blobs.open(refs.iterator().next().sha256()).getContentAsByteArray())
                .isEqualTo(content);
    }

    @Test
    void moreThanTheLargestFileIsRefusedAndNothingKept() throws Exception {
        byte[] content = new byte[10 * 1024 * 1024 + 1];

        assertThatThrownBy(() -> blobs.store(new ByteArrayInputStream(content)))
                .isInstanceOf(TooLarge.class)
                .hasMessageContaining("larger than 10 MB");
        assertThat(files()).isEmpty();
    }

    @Test
    void theLargestFileItselfIsTaken() throws Exception {
        assertThat(blobs.store(new ByteArrayInputStream(new byte[10 * 1024 * 1024]))
                        .size())
                .isEqualTo(10 * 1024 * 1024);
    }

    @Test
    void aFullDiskIsSaidPlainlyAndNothingKept() throws Exception {
        FolderBlobs full = new FolderBlobs(folder, DataSize.ofMegabytes(10), DataSize.ofTerabytes(1_000));

        assertThatThrownBy(() -> full.store(new ByteArrayInputStream(new byte[10])))
                .isInstanceOf(StorageFull.class)
                .hasMessageContaining("no room left");
        assertThat(files()).isEmpty();
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() throws Exception {
        InputStream breaking = new InputStream() {
            private int left = 300_000;

            @Override
            public int read() throws IOException {
                if (--left < 0) {
                    throw new IOException("Connection reset");
                }
                return 'x';
            }
        };

        assertThatThrownBy(() -> blobs.store(breaking)).hasMessage("Connection reset");
        assertThat(files()).isEmpty();
    }

    @Test
    void whatACrashLeftIsSweptAtAStartADayLater() throws Exception {
        Path old = Files.writeString(folder.resolve("incoming/old.part"), "half");
        Path young = Files.writeString(folder.resolve("incoming/young.part"), "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));

        open();

        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void contentStoredWithinTheLastHourIsNotDeletedUnderItsOwner() throws Exception {
        store("abc");
        assertThat(blobs.delete(ABC)).isFalse();

        age(ABC);
        store("abc");
        assertThat(blobs.delete(ABC)).isFalse();

        age(ABC);
        assertThat(blobs.delete(ABC)).isTrue();
        assertThat(blobs.exists(ABC)).isFalse();
        assertThat(blobs.delete(ABC)).isTrue();
    }

    @Test
    void whatWasStoredLongAgoCanBeListed() throws Exception {
        store("abc");
        store("young");
        age(ABC);

        try (Stream<String> old = blobs.storedBefore(Instant.now().minus(Duration.ofHours(1)))) {
            assertThat(old).containsExactly(ABC);
        }
    }

    @Test
    void aSha256ThatIsNoneReachesNoFile() {
        assertThatThrownBy(() -> blobs.open("../../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> blobs.exists(ABC.toUpperCase(java.util.Locale.ROOT)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> blobs.open(ABC)).isInstanceOf(BlobMissing.class);
    }

    private BlobRef store(String content) throws IOException {
        return blobs.store(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    private void age(String sha256) throws IOException {
        Files.setLastModifiedTime(
                folder.resolve(FolderBlobs.split(sha256)),
                FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
