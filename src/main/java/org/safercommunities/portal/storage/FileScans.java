package org.safercommunities.portal.storage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the virus scanner said of each file, and so which may leave the portal. Deny, then allow: where a scanner is set up, what
 * it has not passed stays in. What came before it was set up stays open until it has spoken.
 */
@Service
public class FileScans implements Quarantine {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final JdbcClient jdbc;
    private final Scanner scanner;
    private final TransactionTemplate alone;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    FileScans(
            JdbcClient jdbc,
            Scanner scanner,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher messages,
            Clock clock) {
        this.jdbc = jdbc;
        this.scanner = scanner;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * How many files wait for the scanner, and since when the oldest does.
     *
     * @param since null when none waits
     */
    public record Waiting(int count, @Nullable Instant since) {}

    /**
     * A condition: that nothing of a file may leave the portal. Bytes that somebody puts in again are scanned again for them; who
     * had them already keeps them meanwhile. Otherwise a file known to be clean would say that somebody else has it.
     *
     * @param sha256 the column
     * @param since the column of the moment at which whoever refers to the file put it in
     */
    public static String held(String sha256, String since) {
        return "EXISTS (SELECT 1 FROM file_scan fs WHERE fs.sha256 = " + sha256
                + " AND (fs.state IN ('WAITING', 'INFECTED', 'TOO_LARGE', 'DELETED') OR fs.again_at <= " + since + "))";
    }

    /** A condition: that a file is held back, and either the scanner or a person still has to decide. */
    public static String undecided(String sha256, String since) {
        return "EXISTS (SELECT 1 FROM file_scan fs WHERE fs.sha256 = " + sha256
                + " AND (fs.state IN ('WAITING', 'INFECTED', 'TOO_LARGE') OR fs.again_at <= " + since + "))";
    }

    /** The same rule as columns {@code scan} and {@code scan_finding}, to be read by {@link #read}. */
    public static String columns(String sha256, String since) {
        return "(SELECT IF(fs.again_at <= " + since + ", 'WAITING', fs.state) FROM file_scan fs WHERE fs.sha256 = "
                + sha256 + ") AS scan, (SELECT fs.finding FROM file_scan fs WHERE fs.sha256 = " + sha256
                + ") AS scan_finding";
    }

    public static FileScan read(java.sql.ResultSet row) throws java.sql.SQLException {
        String state = row.getString("scan");
        return state == null ? FileScan.NONE : new FileScan(ScanState.valueOf(state), row.getString("scan_finding"));
    }

    /** Of files, each as it stands for somebody who put it in at a moment; one statement. */
    public Map<String, AsOf> of(Collection<String> sha256s) {
        Map<String, AsOf> scans = new HashMap<>();
        if (!sha256s.isEmpty()) {
            jdbc.sql("SELECT sha256, state, finding, again_at FROM file_scan WHERE sha256 IN (:files)")
                    .param("files", sha256s)
                    .query(row -> {
                        scans.put(
                                row.getString("sha256"),
                                new AsOf(
                                        new FileScan(
                                                ScanState.valueOf(row.getString("state")), row.getString("finding")),
                                        Sql.instant(row, "again_at")));
                    });
        }
        return scans;
    }

    /** A file, for whoever put it in at a moment. */
    public record AsOf(FileScan scan, @Nullable Instant again) {

        public FileScan at(Instant putIn) {
            return again == null || again.isAfter(putIn) ? scan : new FileScan(ScanState.WAITING, null);
        }
    }

    /** One file, whose verdict then waits for the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public FileScan hold(String sha256) {
        return find(sha256, " FOR UPDATE").orElse(FileScan.NONE);
    }

    public Waiting waiting() {
        return jdbc.sql("SELECT COUNT(*) AS files, MIN(added_at) AS since FROM file_scan WHERE state = 'WAITING'")
                .query((row, number) -> new Waiting(row.getInt("files"), Sql.instant(row, "since")))
                .single();
    }

    /** Whether the bytes are to be deleted, whatever refers to them. */
    public boolean isDeleted(String sha256) {
        return find(sha256, "")
                .filter(scan -> scan.state() == ScanState.DELETED)
                .isPresent();
    }

    @Override
    public void arrived(String sha256, long size) {
        alone.executeWithoutResult(kept -> arrived(sha256, size, scanner.configured()));
        messages.publishEvent(new FileToScan());
    }

    private void arrived(String sha256, long size, boolean toScan) {
        // MariaDB sets the columns in their order: state last, for the others look at what it was
        jdbc.sql("""
                        INSERT INTO file_scan (sha256, size, state, added_at, due_at, urgent, attempts)
                        VALUES (:sha, :size, :fresh, :now, IF(:scan, :now, NULL), :scan, 0)
                        ON DUPLICATE KEY UPDATE
                            again_at = IF(:scan AND state IN ('CLEAN', 'NOT_SCANNED'), COALESCE(again_at, :now), again_at),
                            due_at = IF(:scan AND state IN ('CLEAN', 'NOT_SCANNED', 'DELETED'), COALESCE(due_at, :now), due_at),
                            urgent = urgent OR :scan,
                            added_at = IF(state = 'DELETED', :now, added_at),
                            size = :size,
                            state = IF(state = 'DELETED', :fresh, state)
                        """)
                .param("sha", sha256)
                .param("size", size)
                .param("fresh", (toScan ? ScanState.WAITING : ScanState.NOT_SCANNED).name())
                .param("scan", toScan)
                .param("now", Sql.utc(clock.instant()))
                .update();
    }

    /** What is in no list is scanned before anything of it leaves, and is not forgotten over that. */
    @Override
    public void admit(String sha256) {
        Optional<FileScan> scan = find(sha256, "");
        if (scan.isEmpty() && scanner.configured()) {
            arrived(sha256, 0);
        }
        FileScan known = scan.orElse(scanner.configured() ? new FileScan(ScanState.WAITING, null) : FileScan.NONE);
        if (known.held()) {
            throw new HeldBack(known);
        }
    }

    @Override
    public void gone(String sha256) {
        jdbc.sql("DELETE FROM file_scan WHERE sha256 = ? AND state <> 'DELETED'")
                .param(sha256)
                .update();
    }

    /** Lets a file out that is held back: somebody answers for it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(String sha256) {
        settle(sha256, ScanState.RELEASED);
    }

    /** Has the bytes of a file deleted with the next sweep; nothing of it leaves any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void delete(String sha256) {
        settle(sha256, ScanState.DELETED);
    }

    private void settle(String sha256, ScanState state) {
        jdbc.sql("UPDATE file_scan SET state = ?, due_at = NULL, again_at = NULL, claim = NULL WHERE sha256 = ?")
                .params(state.name(), sha256)
                .update();
        messages.publishEvent(new FileScanned(sha256, find(sha256, "").orElseThrow()));
    }

    /** Has the scanner look once more: its limits, or what it knows, may have changed. The file stays held back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void scanAgain(String sha256) {
        jdbc.sql("UPDATE file_scan SET state = 'WAITING', due_at = ?, urgent = TRUE, attempts = 0, claim = NULL"
                        + " WHERE sha256 = ? AND state IN ('INFECTED', 'TOO_LARGE', 'WAITING')")
                .params(Sql.utc(clock.instant()), sha256)
                .update();
    }

    /**
     * Waits until the scanner has spoken on a file that is to be shown at once, but not for long; outside any transaction.
     *
     * @throws HeldBack when it is not passed by then: it is scanned in its turn
     */
    public void scanNow(String sha256) {
        Instant until = clock.instant().plus(PATIENCE);
        while (true) {
            try {
                admit(sha256);
                return;
            } catch (HeldBack held) {
                if (held.scan().state() != ScanState.WAITING || clock.instant().isAfter(until)) {
                    throw held;
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private Optional<FileScan> find(String sha256, String locking) {
        return jdbc
                .sql("SELECT state AS scan, finding AS scan_finding FROM file_scan WHERE sha256 = ?" + locking)
                .param(sha256)
                .query((row, number) -> read(row))
                .list()
                .stream()
                .findFirst();
    }
}
