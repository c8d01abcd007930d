package org.safercommunities.portal.devtime;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * {@code ./portal import FOLDER}: brings every file below a folder into the library of a running portal through its API, two at a
 * time, and tells what became of each. The portal remembers what it has, so an import that was stopped is simply started again.
 * Ends with status 1 unless all is in.
 */
public final class ImportFolder {

    private static final int AT_ONCE = 2;

    /** Brought, and to be looked into by the portal: while it does that the next ones are on their way. */
    private static final int LOOKED_INTO = 32;

    private static final String ROW = "%-52s %-12s %10s  %-12s %s%n";

    /** What became of a file; without one that the portal has when {@code in} is false. */
    record Outcome(String path, long bytes, boolean in, String what, String state, String reason) {}

    private ImportFolder() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.getenv()));
    }

    private static int run(List<String> arguments, Map<String, String> variables) {
        Instant start = Instant.now();
        try {
            ImportOptions options = ImportOptions.of(arguments);
            ImportPlan plan = ImportPlan.of(options);
            LibraryApi library = LibraryApi.of(Settings.of(variables, Path.of("")), options.dryRun());
            plan.notes().forEach(note -> System.out.println("Note: " + note + "."));
            System.out.printf(ROW, "File", "Outcome", "Bytes", "State", "Reason");
            ImportTally tally = new ImportTally();
            for (ImportPlan.Fault fault : plan.faults()) {
                tell(new Outcome(fault.where(), 0, false, "REFUSED", "-", fault.reason()), tally);
            }
            bring(plan.items(), options, library, tally);
            System.out.print(tally.summary(options.dryRun(), Duration.between(start, Instant.now())));
            return tally.allIn() ? 0 : 1;
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            return e.getMessage() != null && e.getMessage().contains(ImportOptions.USAGE) ? 2 : 1;
        } catch (IOException e) {
            System.err.println("The import broke off: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static void bring(List<ImportPlan.Item> items, ImportOptions options, LibraryApi library, ImportTally tally)
            throws IOException, InterruptedException {
        Semaphore places = new Semaphore(LOOKED_INTO);
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        ExecutorService looks = Executors.newVirtualThreadPerTaskExecutor();
        try {
            Queue<Future<Future<Outcome>>> running = new ArrayDeque<>();
            for (ImportPlan.Item item : items) {
                running.add(workers.submit(() -> {
                    Callable<Outcome> end = library.put(item, options.reference(item.path()));
                    places.acquire();
                    return looks.submit(() -> {
                        try {
                            return end.call();
                        } finally {
                            places.release();
                        }
                    });
                }));
            }
            for (var one = running.poll(); one != null; one = running.poll()) {
                tell(one.get().get(), tally);
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw new IOException(
                    e.getCause() == null ? e.toString() : e.getCause().toString(), e);
        } finally {
            // Whoever was refused is refused the rest too
            workers.shutdownNow();
            looks.shutdownNow();
        }
    }

    private static void tell(Outcome outcome, ImportTally tally) {
        tally.add(outcome);
        System.out.print(line(outcome));
        System.out.flush();
    }

    static String line(Outcome outcome) {
        return String.format(
                Locale.ROOT,
                ROW,
                // A mark that turns the writing round would make the line say something else
                outcome.path().replaceAll("[\\p{Cc}\\p{Cf}]", "\uFFFD"),
                outcome.what(),
                outcome.bytes(),
                outcome.state(),
                outcome.reason());
    }
}
