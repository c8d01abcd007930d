package org.safercommunities.portal.devtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The portal itself as a child process. */
public final class PortalProcess implements AutoCloseable {

    private static final Duration STOP_PATIENCE = Duration.ofMillis(4500);

    private final Path log;
    private final String classPath;
    private final List<String> options;
    private final Map<String, String> variables;
    private final URI health;
    private final String mark;
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Process process;
    private boolean closed;

    /**
     * @param data the portal's folder, by which a left-over process is known
     * @param options for Java, like {@code -Xmx512m}
     */
    public PortalProcess(Path data, int port, String classPath, List<String> options, Map<String, String> variables) {
        this.log = data.resolve("log").resolve("portal.log");
        this.classPath = classPath;
        this.options = List.copyOf(options);
        this.variables = Map.copyOf(variables);
        this.health = URI.create("http://127.0.0.1:" + port + "/actuator/health");
        this.mark = "-Dportal.data=" + data;
    }

    int stopOrphans() {
        return Processes.stopOrphans(mark, STOP_PATIENCE);
    }

    /** Starts it without waiting for it. */
    public synchronized void launch() {
        if (closed) {
            throw new IllegalStateException("The portal is being stopped");
        }
        List<String> command = new java.util.ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(mark);
        command.addAll(options);
        command.add("org.safercommunities.portal.PortalApplication");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(variables);
        // The launcher's own: the portal would take it for the port of its mail server (portal.mail.port)
        builder.environment().remove("PORTAL_MAIL_PORT");
        // Not as an argument: 25,000 characters would hide everything else in a list of processes
        builder.environment().put("CLASSPATH", classPath);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("The portal could not be started", e);
        }
    }

    /** @throws IllegalStateException when it ends or has not become ready within ten minutes */
    public void awaitReady() {
        Instant end = Instant.now().plus(Duration.ofMinutes(10));
        while (Instant.now().isBefore(end)) {
            checkAlive();
            if (isHealthy()) {
                return;
            }
            Processes.pause(Duration.ofMillis(150));
        }
        throw new IllegalStateException("The portal has not become ready; " + log + " says why:\n" + Logs.trouble(log));
    }

    /** @throws IllegalStateException when it has ended, with what its log says */
    void checkAlive() {
        if (!process().isAlive()) {
            throw new IllegalStateException("The portal ended while starting (status "
                    + process().exitValue() + "); " + log + " says why:\n" + Logs.trouble(log));
        }
    }

    /** The running portal. */
    public synchronized Process process() {
        if (process == null) {
            throw new IllegalStateException("The portal has not been started");
        }
        return process;
    }

    Path log() {
        return log;
    }

    @Override
    public void close() {
        Process current;
        synchronized (this) {
            closed = true;
            current = process;
        }
        if (current != null) {
            Processes.stop(current.toHandle(), STOP_PATIENCE);
        }
    }

    private boolean isHealthy() {
        try {
            HttpRequest request = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // not yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
