package org.safercommunities.portal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** Against a peer that speaks clamd's INSTREAM protocol. */
class ClamdScannerTest {

    private static final StorageProperties.Clamav SETTINGS =
            new StorageProperties.Clamav(DataSize.ofMegabytes(1), Duration.ofSeconds(20), 0, Duration.ofSeconds(30));

    @TempDir
    Path folder;

    @Test
    void aFileInWhichNothingIsFoundPasses() throws Exception {
        byte[] content = "minutes ".repeat(50_000).getBytes(StandardCharsets.UTF_8);
        try (Clamd clamd = Clamd.onPort("stream: OK")) {
            ScanResult result = scan(clamd.address(), content);

            assertThat(result.verdict()).isEqualTo(ScanResult.Verdict.CLEAN);
            assertThat(result.admits()).isTrue();
            assertThat(clamd.received.join()).isEqualTo(content);
        }
    }

    @Test
    void aVirusIsNamedAndTheFileRefused() throws Exception {
        try (Clamd clamd = Clamd.onPort("stream: Win.Test.EICAR_HDB-1 FOUND")) {
            ScanResult result = scan(clamd.address(), "test file".getBytes(StandardCharsets.UTF_8));

            assertThat(result.verdict()).isEqualTo(ScanResult.Verdict.INFECTED);
            assertThat(result.admits()).isFalse();
            assertThat(result.detail()).contains("Win.Test.EICAR_HDB-1");
        }
    }

    @Test
    void itListensOnASocketOfTheFileSystemToo() throws Exception {
        Path socket = folder.resolve("clamd.sock");
        try (Clamd clamd = Clamd.onSocket(socket, "stream: OK")) {
            assertThat(scan(socket.toString(), new byte[10]).verdict()).isEqualTo(ScanResult.Verdict.CLEAN);
            assertThat(clamd.received.join()).hasSize(10);
        }
    }

    @Test
    void anEmptyFileIsScannedAsWell() throws Exception {
        try (Clamd clamd = Clamd.onPort("stream: OK")) {
            assertThat(scan(clamd.address(), new byte[0]).admits()).isTrue();
        }
    }

    @Test
    void anErrorOfTheScannerLetsNothingPass() throws Exception {
        try (Clamd clamd = Clamd.onPort("stream: Can't allocate memory ERROR")) {
            ScanResult result = scan(clamd.address(), new byte[10]);

            assertThat(result.verdict()).isEqualTo(ScanResult.Verdict.FAILED);
            assertThat(result.admits()).isFalse();
        }
    }

    @Test
    void aScannerThatHangsUpWithoutAWordLetsNothingPass() throws Exception {
        try (Clamd clamd = Clamd.onPort("")) {
            assertThat(scan(clamd.address(), new byte[10]).verdict()).isEqualTo(ScanResult.Verdict.FAILED);
        }
    }

    @Test
    void aFileOverTheScannersOwnLimitIsRefusedForItsSize() throws Exception {
        try (Clamd clamd = Clamd.onPort("INSTREAM size limit exceeded. ERROR")) {
            assertThat(scan(clamd.address(), new byte[1000]).verdict()).isEqualTo(ScanResult.Verdict.TOO_LARGE);
        }
    }

    @Test
    void aFileOverOurLimitIsRefusedWithoutSendingTheRest() throws Exception {
        try (Clamd clamd = Clamd.onPort("stream: OK")) {
            ScanResult result = scan(clamd.address(), new byte[2 * 1024 * 1024]);

            assertThat(result.verdict()).isEqualTo(ScanResult.Verdict.TOO_LARGE);
            assertThat(result.admits()).isFalse();
            assertThat(result.detail()).isEqualTo("1 MB");
        }
    }

    @Test
    void aScannerThatIsNotThereLetsNothingPass() throws Exception {
        String address;
        try (Clamd clamd = Clamd.onPort("stream: OK")) {
            address = clamd.address();
        }
        assertThat(scan(address, new byte[10]).verdict()).isEqualTo(ScanResult.Verdict.FAILED);
        assertThat(scan(folder.resolve("none.sock").toString(), new byte[10]).verdict())
                .isEqualTo(ScanResult.Verdict.FAILED);
    }

    @Test
    void aScannerThatNeverAnswersIsNotWaitedForForEver() throws Exception {
        try (ServerSocketChannel silent = ServerSocketChannel.open()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            StorageProperties.Clamav impatient = new StorageProperties.Clamav(
                    DataSize.ofMegabytes(1), Duration.ofMillis(300), 0, Duration.ofSeconds(30));
            ScanResult result =
                    Scanner.clamd(Clamd.address(silent), impatient).scan(new ByteArrayInputStream(new byte[10]));

            assertThat(result.verdict()).isEqualTo(ScanResult.Verdict.FAILED);
        }
    }

    @Test
    void withoutAScannerFilesPassAndItIsSaidThatNobodyLooked() {
        Scanner none = Scanner.none();

        assertThat(none.configured()).isFalse();
        assertThat(none.scan(InputStream.nullInputStream()).verdict()).isEqualTo(ScanResult.Verdict.NOT_SCANNED);
        assertThat(none.scan(InputStream.nullInputStream()).admits()).isTrue();
    }

    @Test
    void itIsAskedWhetherItAnswersBeforeAFileIsReadForIt() throws Exception {
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Thread.ofVirtual().start(() -> {
                try (SocketChannel client = server.accept();
                        DataInputStream in = new DataInputStream(Channels.newInputStream(client))) {
                    byte[] command = in.readNBytes("zPING\0".length());
                    boolean right = new String(command, StandardCharsets.US_ASCII).equals("zPING\0");
                    Channels.newOutputStream(client)
                            .write((right ? "PONG\0" : "UNKNOWN COMMAND\0").getBytes(StandardCharsets.US_ASCII));
                } catch (IOException hungUp) {
                    throw new UncheckedIOException(hungUp);
                }
            });
            assertThat(Scanner.clamd(Clamd.address(server), SETTINGS).answers()).isTrue();
        }
        assertThat(Scanner.clamd(folder.resolve("none.sock").toString(), SETTINGS)
                        .answers())
                .isFalse();
        assertThat(Scanner.none().answers()).isFalse();
    }

    @Test
    void anAddressThatIsNoneIsSaidAtTheStart() {
        assertThatThrownBy(() -> Scanner.clamd("clamd", SETTINGS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("host:port");
    }

    private static ScanResult scan(String address, byte[] content) {
        return Scanner.clamd(address, SETTINGS).scan(new ByteArrayInputStream(content));
    }

    /** Takes one file by INSTREAM and gives a fixed answer. */
    private static final class Clamd implements AutoCloseable {
        private final ServerSocketChannel server;
        private final CompletableFuture<byte[]> received = new CompletableFuture<>();

        private final Thread serving;

        private Clamd(ServerSocketChannel server, String answer) {
            this.server = server;
            this.serving = Thread.ofVirtual().start(() -> serve(answer));
        }

        static Clamd onPort(String answer) throws IOException {
            ServerSocketChannel server = ServerSocketChannel.open();
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return new Clamd(server, answer);
        }

        static Clamd onSocket(Path path, String answer) throws IOException {
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(path));
            return new Clamd(server, answer);
        }

        String address() throws IOException {
            return address(server);
        }

        static String address(ServerSocketChannel server) throws IOException {
            SocketAddress local = server.getLocalAddress();
            return "127.0.0.1:" + ((InetSocketAddress) local).getPort();
        }

        private void serve(String answer) {
            try (SocketChannel client = server.accept();
                    DataInputStream in = new DataInputStream(Channels.newInputStream(client));
                    OutputStream out = Channels.newOutputStream(client)) {
                byte[] command = in.readNBytes("zINSTREAM\0".length());
                assertThat(new String(command, StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                int length;
                while ((length = in.readInt()) > 0) {
                    content.write(in.readNBytes(length));
                }
                received.complete(content.toByteArray());
                if (!answer.isEmpty()) {
                    out.write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException hungUp) {
                received.completeExceptionally(hungUp);
                throw new UncheckedIOException(hungUp);
            }
        }

        @Override
        public void close() throws IOException, InterruptedException {
            server.close();
            // As long as somebody accepts there, the port may still answer
            assertThat(serving.join(Duration.ofSeconds(10))).isTrue();
        }
    }
}
