package org.safercommunities.portal.support;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.devtime.Ports;

/** A real clamd with one signature of its own, for EICAR’s test file: nothing is fetched for it. */
public final class Clamd implements AutoCloseable {

    /** What clamd calls what it finds. */
    public static final String FINDING = "Portal.Test.EICAR.UNOFFICIAL";

    /** Bytes of the largest file that it takes. */
    public static final int LARGEST = 1024 * 1024;

    private static final Path PROGRAM = Path.of("/usr/sbin/clamd");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final int port = Ports.free();
    private @Nullable Process process;

    private int learnt;

    private Clamd(Path folder) {
        this.folder = folder;
    }

    /** Whether there is one on this machine. */
    public static boolean installed() {
        return Files.isExecutable(PROGRAM);
    }

    /** The file that every scanner takes for a virus; put together here, so that no scanner takes this class for one. */
    public static byte[] eicar() {
        return ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-" + "TEST-FILE!$H+H*")
                .getBytes(StandardCharsets.US_ASCII);
    }

    public static Clamd in(Path folder) {
        try {
            Path signatures = Files.createDirectories(folder.resolve("signatures"));
            StringBuilder hex = new StringBuilder();
            for (byte each : eicar()) {
                hex.append("%02x".formatted(each));
            }
            Files.writeString(signatures.resolve("portal.ndb"), "Portal.Test.EICAR:0:*:" + hex + "\n");
            return new Clamd(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Adds a signature to a database of the kind that comes each day, whose number its version then tells. It goes by it after
     * {@link #start} or {@link #reload}.
     *
     * @return what its version then has in it
     */
    public String learn(byte[] words) {
        learnt++;
        StringBuilder line = new StringBuilder("Portal.Test.Learnt.%d:0:*:".formatted(learnt));
        for (byte each : words) {
            line.append("%02x".formatted(each));
        }
        String head = "ClamAV-VDB:26 Nov 2026 12-00 +0000:%d:1:90:X:X:portal:%d"
                .formatted(learnt, System.currentTimeMillis() / 1000);
        byte[] signatures = (line + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] copying = "x".getBytes(StandardCharsets.US_ASCII);
        byte[] info = "%s\nCOPYING:1:%s\ndaily.ndb:%d:%s\n"
                .formatted(head, sha256(copying), signatures.length, sha256(signatures))
                .getBytes(StandardCharsets.US_ASCII);
        // Not signed, hence not .cvd: clamd takes it all the same
        try (OutputStream file = Files.newOutputStream(folder.resolve("signatures/daily.cud"))) {
            file.write(java.util.Arrays.copyOf("%-512s".formatted(head).getBytes(StandardCharsets.US_ASCII), 512));
            TarArchiveOutputStream tar = new TarArchiveOutputStream(file);
            for (var part : List.of(
                    Map.entry("COPYING", copying), Map.entry("daily.info", info), Map.entry("daily.ndb", signatures))) {
                TarArchiveEntry entry = new TarArchiveEntry(part.getKey());
                entry.setSize(part.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(part.getValue());
                tar.closeArchiveEntry();
            }
            tar.finish();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return "/%d/".formatted(learnt);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Has it read its signatures again while it runs; they hold some time later. */
    public void reload() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write("zRELOAD\0".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Returns when it answers. */
    public Clamd start() {
        try {
            Path settings = folder.resolve("clamd.conf");
            Files.write(
                    settings,
                    List.of(
                            "Foreground yes",
                            "TCPSocket " + port,
                            "TCPAddr 127.0.0.1",
                            "DatabaseDirectory " + folder.resolve("signatures"),
                            "TemporaryDirectory " + folder,
                            "StreamMaxLength " + LARGEST,
                            "MaxThreads 2"));
            process = new ProcessBuilder(PROGRAM.toString(), "--config-file=" + settings)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("clamd.log").toFile())
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IllegalStateException("clamd did not start: " + folder.resolve("clamd.log"));
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return this;
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            socket.setSoTimeout(1000);
            socket.getOutputStream().write("zPING\0".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == 'P';
        } catch (IOException notYet) {
            return false;
        }
    }

    /** It takes connections and says nothing any more, as a machine does that is out of memory. */
    public void freeze() {
        signal("-STOP");
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder(
                            "kill",
                            signal,
                            Long.toString(
                                    java.util.Objects.requireNonNull(process).pid()))
                    .start()
                    .waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Dead, without a word. */
    public void kill() {
        if (process != null) {
            process.destroyForcibly();
            try {
                process.waitFor(10, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        kill();
    }
}
