package org.safercommunities.portal.storage;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has files scanned for viruses, two at a time on each node: what waits first, the oldest first, and then what came before there
 * was a scanner, or what passed by other signatures than it has now. The list is in the database: a node that dies while scanning leaves a claim behind that runs out. While the
 * scanner does not answer, nothing is claimed and nothing is lost.
 */
@Component
class FileScanning implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FileScanning.class);
    private static final int WORKERS = 2;
    private static final int ATTEMPTS = 5;
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final FolderBlobs files;
    private final Scanner scanner;
    private final ScanningAgain again;
    private final ApplicationEventPublisher messages;
    private final Clock clock;
    private final Duration claimLasts;
    private final Semaphore wakeUp = new Semaphore(0);
    private volatile boolean running;

    FileScanning(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            @Qualifier("unguardedFiles") FolderBlobs files,
            Scanner scanner,
            ScanningAgain again,
            StorageProperties properties,
            ApplicationEventPublisher messages,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.files = files;
        this.scanner = scanner;
        this.again = again;
        this.messages = messages;
        this.clock = clock;
        claimLasts = properties.clamav().timeLimit().plusMinutes(1);
    }

    @EventListener
    void on(FileToScan arrived) {
        wakeUp.release();
    }

    @Override
    public void start() {
        running = true;
        if (scanner.configured()) {
            jdbc.sql("UPDATE file_scan SET due_at = ?, urgent = FALSE WHERE state = 'NOT_SCANNED' AND due_at IS NULL")
                    .param(Sql.utc(clock.instant()))
                    .update();
            for (int worker = 0; worker < WORKERS; worker++) {
                Thread.ofVirtual().name("file-scanning-" + worker).start(this::scanOn);
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        wakeUp.release(WORKERS);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void scanOn() {
        Duration pause = FIRST_PAUSE;
        while (running) {
            try {
                if (!somethingIsDue()) {
                    sleep(LOOKS_EVERY);
                } else if (!scanner.answers()) {
                    if (pause.equals(FIRST_PAUSE)) {
                        LOG.warn("The virus scanner does not answer: files wait, and nobody gets them");
                    }
                    // Not to be woken by files that come in: each would ask again
                    TimeUnit.MILLISECONDS.sleep(pause.toMillis());
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                } else {
                    pause = FIRST_PAUSE;
                    claim().ifPresent(this::scan);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failure) {
                if (running) {
                    LOG.warn("Scanning files paused for a moment", failure);
                    wakeUp.drainPermits();
                    pauseAfterFailure();
                }
            }
        }
    }

    private void sleep(Duration most) throws InterruptedException {
        wakeUp.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
        wakeUp.drainPermits();
    }

    private void pauseAfterFailure() {
        try {
            TimeUnit.SECONDS.sleep(2);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean somethingIsDue() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM file_scan WHERE urgent AND due_at <= :now)"
                        + " OR EXISTS (SELECT 1 FROM file_scan WHERE NOT urgent AND due_at <= :now)")
                .param("now", Sql.utc(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    private Optional<Claim> claim() {
        return Objects.requireNonNull(
                transactions.execute(claimed -> next(true).or(() -> next(false)).map(this::claimed)));
    }

    private Optional<Claim> next(boolean urgent) {
        return jdbc.sql("SELECT sha256, attempts FROM file_scan WHERE urgent = ? AND due_at <= ?"
                        + " ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED")
                .params(urgent, Sql.utc(clock.instant()))
                .query((row, number) -> new Claim(
                        row.getString("sha256"),
                        UUID.randomUUID().toString(),
                        row.getInt("attempts") + 1,
                        again.goingBy()))
                .optional();
    }

    private Claim claimed(Claim claim) {
        jdbc.sql("UPDATE file_scan SET due_at = ?, claim = ?, attempts = ? WHERE sha256 = ?")
                .params(Sql.utc(clock.instant().plus(claimLasts)), claim.token(), claim.attempt(), claim.sha256())
                .update();
        return claim;
    }

    private void scan(Claim claim) {
        ScanResult result;
        try (InputStream content = files.open(claim.sha256()).getInputStream()) {
            result = scanner.scan(content);
        } catch (BlobMissing | IOException unreadable) {
            LOG.error("The file {} could not be read for the virus scanner", claim.sha256(), unreadable);
            result = ScanResult.failed();
        }
        keep(claim, result);
    }

    private void keep(Claim claim, ScanResult result) {
        FileScan scan = switch (result.verdict()) {
            case CLEAN -> new FileScan(ScanState.CLEAN, null);
            case INFECTED -> new FileScan(ScanState.INFECTED, shortened(result.detail()));
            case TOO_LARGE -> new FileScan(ScanState.TOO_LARGE, result.detail());
            case FAILED, NOT_SCANNED -> new FileScan(ScanState.WAITING, null);
        };
        for (int attempt = 1; ; attempt++) {
            try {
                transactions.executeWithoutResult(kept -> keepWithin(claim, scan));
                return;
            } catch (ConcurrencyFailureException meanwhile) {
                // Somebody was about to change a document that holds the file
                if (attempt == ATTEMPTS) {
                    throw meanwhile;
                }
            }
        }
    }

    private void keepWithin(Claim claim, FileScan scan) {
        if (scan.state() == ScanState.WAITING) {
            later(claim);
        } else if (settle(claim, scan)) {
            messages.publishEvent(new FileScanned(claim.sha256(), scan));
        }
    }

    /** Whether the claim was still ours. */
    private boolean settle(Claim claim, FileScan scan) {
        return jdbc.sql(
                                "UPDATE file_scan SET state = ?, finding = ?, scanned_at = ?, signatures = ?, due_at = NULL, again_at = NULL,"
                                        + " claim = NULL, attempts = 0 WHERE sha256 = ? AND claim = ?")
                        .param(scan.state().name())
                        .param(scan.finding())
                        .param(Sql.utc(clock.instant()))
                        .param(claim.signatures())
                        .param(claim.sha256())
                        .param(claim.token())
                        .update()
                == 1;
    }

    /** One file that the scanner fails at keeps none of the others. */
    private void later(Claim claim) {
        Duration backoff = Duration.ofSeconds(1L << Math.min(claim.attempt(), 10));
        jdbc.sql("UPDATE file_scan SET due_at = ?, claim = NULL WHERE sha256 = ? AND claim = ?")
                .params(
                        Sql.utc(clock.instant()
                                .plus(backoff.compareTo(LONGEST_BACKOFF) < 0 ? backoff : LONGEST_BACKOFF)),
                        claim.sha256(),
                        claim.token())
                .update();
    }

    private static String shortened(String finding) {
        return finding.length() <= 300 ? finding : finding.substring(0, 300);
    }

    /** @param signatures what the scanner goes by at the least */
    private record Claim(
            String sha256,
            String token,
            int attempt,
            @Nullable String signatures) {}
}
