package org.safercommunities.portal.storage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Watches what the scanner goes by. Has it new signatures, what passed by others is scanned again: the newest first, one file after
 * the other with a pause between, and only while nothing else wants the scanner. A file stays open meanwhile, for it passed once.
 */
@Component
class ScanningAgain implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ScanningAgain.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int LONGEST = 200;

    private final JdbcClient jdbc;
    private final Scanner scanner;
    private final StorageProperties.Clamav settings;
    private final ApplicationEventPublisher messages;
    private final Clock clock;
    private final Semaphore stopping = new Semaphore(0);
    private volatile boolean running;

    @Nullable
    private volatile String goingBy;

    @Nullable
    private String allScannedBy;

    /** Where the round is: what is newer was looked at. Null at its beginning. */
    @Nullable
    private Instant reached;

    ScanningAgain(
            JdbcClient jdbc,
            Scanner scanner,
            StorageProperties properties,
            ApplicationEventPublisher messages,
            Clock clock) {
        this.jdbc = jdbc;
        this.scanner = scanner;
        this.settings = properties.clamav();
        this.messages = messages;
        this.clock = clock;
    }

    /** What the scanner goes by, as far as is known: never newer than it is, so that nothing counts as scanned that was not. */
    @Nullable
    String goingBy() {
        return goingBy;
    }

    @Override
    public void start() {
        running = true;
        if (scanner.configured() && settings.rescansPerMinute() > 0) {
            Thread.ofVirtual().name("scanning-again").start(this::lookOn);
        }
    }

    @Override
    public void stop() {
        running = false;
        stopping.release();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void lookOn() {
        while (running) {
            boolean more = false;
            try {
                more = next();
            } catch (RuntimeException failure) {
                if (running) {
                    LOG.warn("Files are not scanned again for a moment", failure);
                }
            }
            try {
                stopping.tryAcquire(
                        (more ? MINUTE.dividedBy(settings.rescansPerMinute()) : settings.signaturesEvery()).toMillis(),
                        TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Has one more file scanned again. Whether there may be others. */
    private boolean next() {
        String now = scanner.signatures()
                .map(words -> words.substring(0, Math.min(LONGEST, words.length())))
                .orElse(null);
        if (now == null) {
            return false;
        }
        if (!now.equals(goingBy)) {
            goingBy = now;
            reached = null;
        }
        if (now.equals(allScannedBy)) {
            return false;
        }
        if (isAny("due_at <= :now")) {
            return true;
        }
        Optional<Passed> passed = passedByOthers(now);
        if (passed.isPresent()) {
            reached = passed.get().addedAt();
            scan(passed.get().sha256());
            return true;
        }
        return !endOfRound(now);
    }

    private record Passed(String sha256, Instant addedAt) {}

    private Optional<Passed> passedByOthers(String now) {
        return jdbc.sql("SELECT sha256, added_at FROM file_scan WHERE state = 'CLEAN' AND due_at IS NULL"
                        + " AND (signatures IS NULL OR signatures <> :signatures) AND added_at <= :reached"
                        + " ORDER BY added_at DESC LIMIT 1")
                .param("signatures", now)
                .param("reached", Sql.utc(reached == null ? clock.instant() : reached))
                .query((row, number) -> new Passed(row.getString("sha256"), Sql.moment(row, "added_at")))
                .optional();
    }

    private void scan(String sha256) {
        jdbc.sql("UPDATE file_scan SET due_at = ?, urgent = FALSE, attempts = 0"
                        + " WHERE sha256 = ? AND state = 'CLEAN' AND due_at IS NULL")
                .params(Sql.utc(clock.instant()), sha256)
                .update();
        messages.publishEvent(new FileToScan());
    }

    /** Once more from the top for what came in or was under way while the signatures changed; when there is nothing, it is done. */
    private boolean endOfRound(String now) {
        boolean whole = reached == null;
        reached = null;
        if (!whole || isAny("claim IS NOT NULL")) {
            return false;
        }
        LOG.info("All files that passed the virus scanner did so by what it goes by now: {}", now);
        allScannedBy = now;
        return true;
    }

    private boolean isAny(String condition) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM file_scan WHERE " + condition + ")")
                .param("now", Sql.utc(clock.instant()))
                .query(Boolean.class)
                .single();
    }
}
