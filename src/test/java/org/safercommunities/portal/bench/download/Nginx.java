package org.safercommunities.portal.bench.download;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.safercommunities.portal.bench.Programs;
import org.safercommunities.portal.devtime.Ports;
import org.springframework.util.FileSystemUtils;

/** Nginx with a configuration of its own that hands out one file: the limit. */
final class Nginx implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int port = Ports.free();
    private final Path folder;
    private final Process process;

    /** @throws IOException when there is no Nginx, saying so */
    Nginx(Path file) throws IOException {
        String program = Programs.need("nginx", "nginx");
        folder = Files.createTempDirectory("nginx-bench-");
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(configuration, configuration(file));
        process = new ProcessBuilder(
                        program, "-p", folder.toString(), "-e", error().toString(), "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.log").toFile())
                .start();
        awaitListening();
    }

    /** As a package has it, with its log; whoever starts it as root must let it read what is root’s alone. */
    private String configuration(Path file) {
        String user = "root".equals(System.getProperty("user.name")) ? "user root;" : "";
        return """
                %s
                daemon off;
                worker_processes auto;
                pid %2$s/nginx.pid;
                events { worker_connections 512; }
                http {
                    access_log %2$s/access.log;
                    sendfile on;
                    tcp_nopush on;
                    client_body_temp_path %2$s/body;
                    proxy_temp_path %2$s/proxy;
                    fastcgi_temp_path %2$s/fastcgi;
                    uwsgi_temp_path %2$s/uwsgi;
                    scgi_temp_path %2$s/scgi;
                    default_type application/octet-stream;
                    server {
                        listen 127.0.0.1:%3$d;
                        location = /file { alias %4$s; }
                    }
                }
                """.formatted(user, folder, port, file);
    }

    private Path error() {
        return folder.resolve("error.log");
    }

    private void awaitListening() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Socket listening = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    String said = Files.exists(error()) ? Files.readString(error()) : "";
                    close();
                    throw new IOException("nginx did not start: " + said, notYet);
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
    }

    int port() {
        return port;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        FileSystemUtils.deleteRecursively(folder);
    }
}
