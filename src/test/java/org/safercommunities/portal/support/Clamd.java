package org.safercommunities.portal.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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
