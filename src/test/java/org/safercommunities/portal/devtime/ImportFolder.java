package org.safercommunities.portal.devtime;

import java.io.IOException;
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

/**
 * {@code ./portal import FOLDER}: brings every file below a folder into the library of a running portal through its API, two at a
 * time, and tells what became of each. The portal remembers what it has, so an import that was stopped is simply started again.
 * Ends with status 1 unless all is in.
 */
public final class ImportFolder {

    private static final int AT_ONCE = 2;
    private static final String ROW = "%-52s %-12s %10s  %-12s %s%n";

    /** What became of a file; without one that the portal has when {@code in} is false. */
    record Outcome(String path, long bytes, boolean in, String what, String state, String reason) {}

    private ImportFolder() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.getenv()));
    }

    private static int run(List<String> arguments, Map<String, String> variables) {
        Instant start = Instant.now();
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            ImportOptions options = ImportOptions.of(arguments);
            ImportPlan plan = ImportPlan.of(options);
            LibraryApi library = LibraryApi.of(Settings.of(variables, java.nio.file.Path.of("")), options.dryRun());
            List<Future<Outcome>> running = new ArrayList<>();
            for (ImportPlan.Item item : plan.items()) {
                running.add(workers.submit(() -> library.put(item, options.reference(item.path()))));
            }
            plan.notes().forEach(note -> System.out.println("Note: " + note + "."));
            System.out.printf(ROW, "File", "Outcome", "Bytes", "State", "Reason");
            List<Outcome> outcomes = new ArrayList<>();
            for (ImportPlan.Fault fault : plan.faults()) {
                outcomes.add(new Outcome(fault.where(), 0, false, "REFUSED", "-", fault.reason()));
                print(outcomes.getLast());
            }
            for (Future<Outcome> one : running) {
                outcomes.add(one.get());
                print(outcomes.getLast());
            }
            return summary(outcomes, options.dryRun(), Duration.between(start, Instant.now()));
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            return e.getMessage() != null && e.getMessage().contains(ImportOptions.USAGE) ? 2 : 1;
        } catch (ExecutionException e) {
            System.err.println(
                    e.getCause() instanceof Refusal refusal
                            ? refusal.getMessage()
                            : "The import broke off: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            System.err.println("The import broke off: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static void print(Outcome outcome) {
        System.out.printf(
                Locale.ROOT,
                ROW,
                // A mark that turns the writing round would make the line say something else
                outcome.path().replaceAll("[\\p{Cc}\\p{Cf}]", "�"),
                outcome.what(),
                outcome.bytes(),
                outcome.state(),
                outcome.reason());
        System.out.flush();
    }

    private static int summary(List<Outcome> outcomes, boolean dryRun, Duration took) {
        Map<String, Long> whats =
                outcomes.stream().collect(Collectors.groupingBy(Outcome::what, TreeMap::new, Collectors.counting()));
        Map<String, Long> states = outcomes.stream()
                .filter(outcome -> !outcome.state().equals("-"))
                .collect(Collectors.groupingBy(Outcome::state, TreeMap::new, Collectors.counting()));
        long lost = outcomes.stream().filter(outcome -> !outcome.in()).count();
        System.out.printf(
                Locale.ROOT,
                "%n%d files in %.1f s: %s, states %s; %s: %d%n",
                outcomes.size(),
                took.toMillis() / 1000.0,
                whats,
                states,
                dryRun ? "nothing was sent; cannot be brought" : "lost",
                lost);
        return lost == 0 ? 0 : 1;
    }
}
