package org.safercommunities.portal.devtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code ./portal import FOLDER}: puts every file below a folder into the library of a running portal through its API, two at
 * a time, and tells what became of each. Ends with status 1 when one was lost.
 */
public final class ImportFolder {

    private static final int AT_ONCE = 2;
    private static final String ROW = "%-52s %5s %10s  %-12s %s%n";

    /** What became of a file; {@code status} is 0 when the portal did not answer. */
    record Outcome(Path file, long bytes, int status, String state, String reason) {

        /** Not in the library although it was sent. */
        boolean lost() {
            return status != 201 || state.equals("?");
        }
    }

    private ImportFolder() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.getenv()));
    }

    private static int run(List<String> arguments, Map<String, String> variables) {
        if (arguments.size() != 1) {
            System.err.println("Usage: ./portal import FOLDER");
            return 2;
        }
        Path folder = Path.of(arguments.getFirst());
        if (!Files.isDirectory(folder)) {
            System.err.println("There is no folder " + folder.toAbsolutePath() + ".");
            return 2;
        }
        Instant start = Instant.now();
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            LibraryApi library = LibraryApi.of(Settings.of(variables, Path.of("")));
            List<Future<Outcome>> running = new ArrayList<>();
            for (Path file : files(folder)) {
                running.add(workers.submit(() -> library.put(file)));
            }
            System.out.printf(ROW, "File", "HTTP", "Bytes", "State", "Reason");
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> one : running) {
                Outcome outcome = one.get();
                outcomes.add(outcome);
                print(folder, outcome);
            }
            return summary(outcomes, Duration.between(start, Instant.now()));
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            return 1;
        } catch (IOException | ExecutionException e) {
            System.err.println("The import broke off: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static void print(Path folder, Outcome outcome) {
        System.out.printf(
                Locale.ROOT,
                ROW,
                folder.relativize(outcome.file()),
                outcome.status() == 0 ? "-" : String.valueOf(outcome.status()),
                outcome.bytes(),
                outcome.state(),
                outcome.reason());
        System.out.flush();
    }

    private static int summary(List<Outcome> outcomes, Duration took) {
        Map<String, Long> states =
                outcomes.stream().collect(Collectors.groupingBy(Outcome::state, TreeMap::new, Collectors.counting()));
        long lost = outcomes.stream().filter(Outcome::lost).count();
        System.out.printf(
                Locale.ROOT,
                "%n%d files in %.1f s: %s; lost: %d%n",
                outcomes.size(),
                took.toMillis() / 1000.0,
                states,
                lost);
        return lost == 0 ? 0 : 1;
    }
}
