package org.safercommunities.portal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safercommunities.portal.storage.Parts.Piece;
import org.springframework.util.unit.DataSize;

class PartsTest {

    private static final int RUNS = 150;

    @TempDir
    Path folder;

    private FolderBlobs blobs;
    private Parts parts;
    private final UUID id = UUID.randomUUID();
    private final Remembered ledger = new Remembered();

    /** What a row would hold. */
    private static final class Remembered implements Parts.Ledger {
        private long bytes;

        @Override
        public synchronized long safe() {
            return bytes;
        }

        @Override
        public synchronized void safe(long bytes) {
            this.bytes = bytes;
        }
    }

    private enum Fault {
        NONE,
        LOSES_A_CHUNK,
        DOUBLES_A_CHUNK
    }

    @BeforeEach
    void open() throws IOException {
        blobs = new FolderBlobs(folder, DataSize.ofMegabytes(10), DataSize.ofMegabytes(1));
        parts = again();
    }

    /** As another process would see it. */
    private Parts again() throws IOException {
        return new Parts(folder.resolve("parts"), blobs, DataSize.ofMegabytes(10), DataSize.ofMegabytes(1));
    }

    @Test
    void whateverIsCutOffWhereverTheBytesAreTheSameInTheEnd() throws Exception {
        for (int run = 0; run < RUNS; run++) {
            assertThat(arrivesWhole(new Random(run), Fault.NONE))
                    .as("run %d", run)
                    .isTrue();
        }
    }

    /** Were these not noticed, the runs above would prove nothing. */
    @Test
    void aLostOrDoubledChunkWouldBeNoticed() throws Exception {
        for (int run = 0; run < 20; run++) {
            assertThat(arrivesWhole(new Random(run), Fault.LOSES_A_CHUNK)).isFalse();
            assertThat(arrivesWhole(new Random(run), Fault.DOUBLES_A_CHUNK)).isFalse();
        }
    }

    private boolean arrivesWhole(Random random, Fault fault) throws Exception {
        byte[] content = new byte[1 + random.nextInt(400_000)];
        random.nextBytes(content);
        byte[] sent = withFault(content, fault, random);
        UUID upload = UUID.randomUUID();
        Remembered row = new Remembered();
        parts.begin(upload, sent.length);
        while (row.safe() < sent.length) {
            step(random, upload, row, sent);
        }
        BlobRef reckoned = parts.reckon(upload, row, sent.length);
        parts.settle(upload, reckoned);
        return Arrays.equals(blobs.open(reckoned.sha256()).getContentAsByteArray(), content)
                && reckoned.sha256().equals(sha256(content));
    }

    private void step(Random random, UUID upload, Remembered row, byte[] content) throws Exception {
        int from = (int) row.safe();
        int count = random.nextInt(content.length - from + 1);
        InputStream bytes = new ByteArrayInputStream(content, from, count);
        int most = content.length - from;
        switch (random.nextInt(6)) {
            case 0, 1 -> parts.append(upload, row, new Piece(from, most, null, bytes));
            case 2 -> parts.append(upload, row, new Piece(from, most, null, cutOff(bytes)));
            case 3 -> {
                Parts.Check check = new Parts.Check(
                        MessageDigest.getInstance("SHA-256"),
                        MessageDigest.getInstance("SHA-256").digest(Arrays.copyOfRange(content, from, from + count)));
                boolean broken = random.nextBoolean();
                Piece piece = new Piece(from, most, check, broken && count > 0 ? cutOff(skipOne(bytes)) : bytes);
                try {
                    parts.append(upload, row, piece);
                } catch (PartRefused refused) {
                    assertThat(refused.why()).isEqualTo(PartRefused.Why.CHECKSUM);
                }
            }
            case 4 ->
                assertThatThrownBy(() ->
                                parts.append(upload, row, new Piece(from + 1 + random.nextInt(9), most, null, bytes)))
                        .isInstanceOf(PartRefused.class);
            default -> {
                // A crash: bytes behind what was noted, and a process that knows nothing
                byte[] unsafe = new byte[random.nextInt(1000)];
                Files.write(folder.resolve("parts").resolve(upload + ".part"), unsafe, StandardOpenOption.APPEND);
                parts = again();
            }
        }
    }

    private static byte[] withFault(byte[] content, Fault fault, Random random) {
        int at = random.nextInt(content.length);
        int chunk = Math.max(1, (content.length - at) / 2);
        return switch (fault) {
            case NONE -> content;
            case LOSES_A_CHUNK -> {
                byte[] less = new byte[content.length - chunk];
                System.arraycopy(content, 0, less, 0, at);
                System.arraycopy(content, at + chunk, less, at, less.length - at);
                yield less;
            }
            case DOUBLES_A_CHUNK -> {
                byte[] more = Arrays.copyOf(content, content.length + chunk);
                System.arraycopy(content, at, more, at + chunk, content.length - at);
                yield more;
            }
        };
    }

    private static InputStream cutOff(InputStream bytes) {
        return new java.io.SequenceInputStream(bytes, new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the network is gone");
            }
        });
    }

    private static InputStream skipOne(InputStream bytes) throws IOException {
        bytes.skipNBytes(1);
        return bytes;
    }

    @Test
    void whoeverComesWithTheNextPieceTakesOverFromOneThatHangs() throws Exception {
        parts.begin(id, 6);
        Hanging hanging = new Hanging(new byte[] {1, 2, 3});
        CompletableFuture<Throwable> first = hanging.sentTo(new Piece(0, 6, null, hanging));
        hanging.awaitHanging();

        assertThatThrownBy(() -> append(0, 9)).hasMessageContaining("3 bytes are here");
        assertThat(append(3, 4)).isEqualTo(4);
        hanging.goOn();
        assertThat(first.get(10, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        PartRefused.class, refused -> assertThat(refused.why()).isEqualTo(PartRefused.Why.TAKEN));
        append(4, 5, 6);
        assertThat(parts.reckon(id, ledger, 6).sha256()).isEqualTo(sha256(new byte[] {1, 2, 3, 4, 5, 6}));
    }

    @Test
    void whoeverAsksHowFarItIsIsToldAllThatHasCome() throws Exception {
        parts.begin(id, 6);
        Hanging hanging = new Hanging(new byte[] {1, 2, 3});
        CompletableFuture<Throwable> first = hanging.sentTo(new Piece(0, 6, null, hanging));
        hanging.awaitHanging();

        parts.stop(id);
        assertThat(ledger.safe()).isEqualTo(3);
        hanging.goOn();
        assertThat(first.get(10, TimeUnit.SECONDS)).isInstanceOf(PartRefused.class);
        assertThat(ledger.safe()).isEqualTo(3);
    }

    @Test
    void aFileThatAnotherProcessWritesIsLeftAlone() throws Exception {
        parts.begin(id, 6);
        try (FileChannel other =
                FileChannel.open(folder.resolve("parts").resolve(id + ".part"), StandardOpenOption.WRITE)) {
            other.lock();
            assertThatThrownBy(() -> append(0, 1))
                    .isInstanceOfSatisfying(
                            PartRefused.class,
                            refused -> assertThat(refused.why()).isEqualTo(PartRefused.Why.TAKEN));
        }
        assertThat(append(0, 1)).isEqualTo(1);
    }

    @Test
    void moreThanWasAnnouncedIsRefusedAndAFileWithoutAllItsBytesIsNotReckoned() throws Exception {
        parts.begin(id, 2);
        assertThatThrownBy(() -> parts.reckon(id, ledger, 2)).hasMessageContaining("Only 0 of 2 bytes");
        assertThatThrownBy(() -> parts.append(id, ledger, new Piece(0, 2, null, new ByteArrayInputStream(new byte[3]))))
                .hasMessageContaining("More bytes");
    }

    @Test
    void theFileBecomesOneOfTheStoreWithoutBeingCopied() throws Exception {
        parts.begin(id, 3);
        append(0, 1, 2, 3);
        Path part = folder.resolve("parts").resolve(id + ".part");
        Object inode = Files.getAttribute(part, "unix:ino");
        BlobRef reckoned = parts.reckon(id, ledger, 3);
        parts.settle(id, reckoned);
        assertThat(blobs.<Object>withFile(reckoned.sha256(), PartsTest::inode)).isEqualTo(inode);
        assertThat(part).doesNotExist();
        parts.settle(id, reckoned);

        UUID same = UUID.randomUUID();
        parts.begin(same, 3);
        parts.append(same, new Remembered(), new Piece(0, 3, null, new ByteArrayInputStream(new byte[] {1, 2, 3})));
        parts.settle(same, reckoned);
        assertThat(blobs.<Object>withFile(reckoned.sha256(), PartsTest::inode)).isEqualTo(inode);
    }

    @Test
    void aFileLargerThanAllowedIsNotEvenBegun() {
        assertThatThrownBy(() -> parts.begin(id, 11L * 1024 * 1024)).isInstanceOf(TooLarge.class);
        assertThat(parts.has(id)).isFalse();
    }

    private static Object inode(Path file) {
        try {
            return Files.getAttribute(file, "unix:ino");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private long append(long from, int... bytes) throws IOException {
        byte[] content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        return parts.append(id, ledger, new Piece(from, 6 - from, null, new ByteArrayInputStream(content)));
    }

    private static String sha256(byte[] content) throws Exception {
        return java.util.HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    /** A sender whose network is gone: after its first bytes nothing comes, and no end either, until it is told to go on. */
    private final class Hanging extends InputStream {
        private final byte[] first;
        private final CountDownLatch hangs = new CountDownLatch(1);
        private final CountDownLatch goesOn = new CountDownLatch(1);
        private int reads;

        Hanging(byte[] first) {
            this.first = first;
        }

        CompletableFuture<Throwable> sentTo(Piece piece) {
            return CompletableFuture.supplyAsync(() -> {
                try {
                    parts.append(id, ledger, piece);
                    return new AssertionError("nobody objected");
                } catch (IOException | PartRefused refused) {
                    return refused;
                }
            });
        }

        void awaitHanging() throws InterruptedException {
            assertThat(hangs.await(10, TimeUnit.SECONDS)).isTrue();
        }

        void goOn() {
            goesOn.countDown();
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            reads++;
            if (reads == 1) {
                System.arraycopy(first, 0, buffer, offset, first.length);
                return first.length;
            }
            hangs.countDown();
            try {
                assertThat(goesOn.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            buffer[offset] = 9;
            return 1;
        }
    }
}
