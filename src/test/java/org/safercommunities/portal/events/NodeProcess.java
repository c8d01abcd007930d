package org.safercommunities.portal.events;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A {@link PlacesNode} as a child process; what it prints beside its answers goes to a log. */
public final class NodeProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader out;
    private final Path log;
    private final ExecutorService reading = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<Answer> ready;
    /** Only read and written by the thread that reads answers, but for its first value. */
    private volatile int linesToLive = Integer.MAX_VALUE;

    /** @param killed whether the process ended before it had said everything */
    public record Answer(List<String> lines, boolean killed) {

        /** What follows this word in the lines that begin with it. */
        public List<String> all(String word) {
            return lines.stream()
                    .filter(line -> line.startsWith(word + " "))
                    .map(line -> line.substring(word.length() + 1))
                    .toList();
        }
    }

    /** Starts one without waiting for it. */
    public NodeProcess(Path folder, Map<String, ?> variables) {
        log = folder.resolve("node.log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        PlacesNode.class.getName())
                .redirectErrorStream(true);
        variables.forEach((name, value) -> builder.environment().put(name, String.valueOf(value)));
        builder.environment().put("PORTAL_DATA", folder.resolve("data").toString());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(log);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        ready = CompletableFuture.supplyAsync(this::answer, reading);
    }

    /** Waits until it does what it is told. */
    public NodeProcess awaitReady() {
        if (ready.join().killed()) {
            throw new IllegalStateException("The process has not become ready; " + log + " says why");
        }
        return this;
    }

    /** Tells it to do something; the answer comes when it has, or has been killed. */
    public CompletableFuture<Answer> tell(String command) {
        try {
            process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException gone) {
            return CompletableFuture.completedFuture(new Answer(List.of(), true));
        }
        return CompletableFuture.supplyAsync(this::answer, reading);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Kills it when it has said so many more lines of its answers, wherever its other threads are then. */
    public void killAfter(int lines) {
        linesToLive = lines;
    }

    /** Ends it as a power cut would. */
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
        reading.close();
    }

    private Answer answer() {
        List<String> lines = new ArrayList<>();
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                int said = line.indexOf(PlacesNode.SAYS);
                if (said < 0) {
                    Files.writeString(
                            log,
                            line + "\n",
                            java.nio.file.StandardOpenOption.CREATE,
                            java.nio.file.StandardOpenOption.APPEND);
                    continue;
                }
                String what = line.substring(said + PlacesNode.SAYS.length());
                if (what.equals(PlacesNode.END)) {
                    return new Answer(lines, false);
                }
                lines.add(what);
                linesToLive = linesToLive - 1;
                if (linesToLive == 0) {
                    kill();
                }
            }
        } catch (IOException killed) {
            return new Answer(lines, true);
        }
        return new Answer(lines, true);
    }
}
