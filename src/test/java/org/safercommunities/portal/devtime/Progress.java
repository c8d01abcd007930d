package org.safercommunities.portal.devtime;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Tells what is being done, that it is still being done, and how long it took. */
final class Progress implements AutoCloseable {

    private static final long STILL_EVERY_SECONDS = 10;

    private final PrintStream out;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("progress").factory());

    Progress(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Does the step and says so before and after. */
    void step(String name, String expectation, Runnable work) {
        Instant start = Instant.now();
        say("  " + name + (expectation.isEmpty() ? " …" : " … (" + expectation + ")"));
        ScheduledFuture<?> still = clock.scheduleAtFixedRate(
                () -> say("    still at " + name + ", " + seconds(start)),
                STILL_EVERY_SECONDS,
                STILL_EVERY_SECONDS,
                TimeUnit.SECONDS);
        try {
            work.run();
        } finally {
            still.cancel(false);
        }
        say("  " + name + " ready after " + seconds(start));
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private static String seconds(Instant start) {
        return String.format(
                Locale.ROOT, "%.1f s", Duration.between(start, Instant.now()).toMillis() / 1000.0);
    }
}
