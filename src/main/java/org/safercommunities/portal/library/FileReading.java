package org.safercommunities.portal.library;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.storage.BlobMissing;
import org.safercommunities.portal.storage.FileScanned;
import org.safercommunities.portal.storage.FileScans;
import org.safercommunities.portal.storage.HeldBack;
import org.safercommunities.portal.storage.Inspection;
import org.safercommunities.portal.storage.Inspector;
import org.safercommunities.portal.storage.MediaTypes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has new files read once the virus scanner has passed them, two at a time on each node, and keeps what was found. The list of what waits is in the database: a
 * node that dies while reading leaves its claim behind, and another takes it up when the claim is old.
 */
@Component
class FileReading implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FileReading.class);
    private static final int READERS = 2;
    private static final int ATTEMPTS = 3;
    private static final Duration CLAIM_LASTS = Duration.ofMinutes(10);
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Inspector inspector;
    private final VersionRecords versions;
    private final DocumentRecords documents;
    private final LibrarySearchEntries searchEntries;
    private final Clock clock;
    private final Semaphore wakeUp = new Semaphore(0);
    private volatile boolean running;

    FileReading(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Inspector inspector,
            VersionRecords versions,
            DocumentRecords documents,
            LibrarySearchEntries searchEntries,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.inspector = inspector;
        this.versions = versions;
        this.documents = documents;
        this.searchEntries = searchEntries;
        this.clock = clock;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(VersionAdded added) {
        wakeUp.release();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(FileScanned scanned) {
        wakeUp.release();
    }

    @Override
    public void start() {
        running = true;
        for (int reader = 0; reader < READERS; reader++) {
            Thread.ofVirtual().name("file-reading-" + reader).start(this::readOn);
        }
    }

    @Override
    public void stop() {
        running = false;
        wakeUp.release(READERS);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void readOn() {
        while (running) {
            try {
                Optional<Claim> claim = claim();
                if (claim.isPresent()) {
                    read(claim.get());
                } else {
                    wakeUp.tryAcquire(LOOKS_EVERY.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
                    wakeUp.drainPermits();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failure) {
                if (running) {
                    LOG.warn("Reading files paused for a moment", failure);
                    pause();
                }
            }
        }
    }

    private void pause() {
        try {
            java.util.concurrent.TimeUnit.SECONDS.sleep(2);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Claim> claim() {
        LocalDateTime now = Sql.utc(clock.instant());
        return java.util.Objects.requireNonNull(transactions.execute(status -> {
            Optional<Claim> next = jdbc.sql("""
                            SELECT id, sha256, file_name, reading_attempts FROM document_version v
                             WHERE reading = 'PENDING' AND (reading_began_at IS NULL OR reading_began_at < :old)
                               AND NOT\s""" + FileScans.held("v.sha256", "v.added_at")
                            + " ORDER BY added_at LIMIT 1 FOR UPDATE SKIP LOCKED")
                    .param("old", now.minus(CLAIM_LASTS))
                    .query((row, number) -> new Claim(
                            UUID.fromString(row.getString("id")),
                            row.getString("sha256"),
                            row.getString("file_name"),
                            row.getInt("reading_attempts") + 1))
                    .optional();
            next.ifPresent(claim -> jdbc.sql(
                            "UPDATE document_version SET reading_began_at = ?, reading_attempts = ? WHERE id = ?")
                    .param(now)
                    .param(claim.attempt())
                    .param(claim.version().toString())
                    .update());
            return next;
        }));
    }

    private void read(Claim claim) {
        if (claim.attempt() > ATTEMPTS) {
            keep(
                    claim.version(),
                    unreadable(
                            "Reading this file was tried several times and never finished. It can be downloaded, but not"
                                    + " searched."));
            return;
        }
        try {
            keep(claim.version(), inspector.inspect(claim.sha256(), claim.fileName()));
        } catch (HeldBack held) {
            // The virus scanner has the word first; this was no attempt
            jdbc.sql("UPDATE document_version SET reading_began_at = NULL, reading_attempts = ? WHERE id = ?")
                    .params(claim.attempt() - 1, claim.version().toString())
                    .update();
        } catch (BlobMissing missing) {
            LOG.error("The file of version {} is not in the store", claim.version(), missing);
            keep(claim.version(), unreadable("This file is missing from the store. Tell an administrator."));
        }
        // Whatever else fails leaves the claim behind; it is tried again when the claim is old, and the attempt counts
    }

    private static Inspection unreadable(String reason) {
        return Inspection.without(Inspection.State.DAMAGED, reason, MediaTypes.UNKNOWN);
    }

    /** Of a document that was deleted for good meanwhile no words may come back. */
    void keep(UUID id, Inspection found) {
        transactions.executeWithoutResult(status -> {
            DocumentVersion version = versions.findById(id).orElseThrow();
            Document document = documents.hold(version.documentId()).orElseThrow();
            version.read(
                    ReadingState.valueOf(found.state().name()),
                    found.keptReason(),
                    found.mediaType(),
                    found.pages(),
                    String.join("|", new java.util.TreeSet<>(found.markings())));
            if (found.searchable() && document.state() != DocumentState.DISPOSED) {
                jdbc.sql("REPLACE INTO document_text (version_id, text) VALUES (?, ?)")
                        .param(id.toString())
                        .param(found.text())
                        .update();
            }
            versions.flush();
            if (document.state() == DocumentState.PUBLISHED && document.currentNumber() == version.number()) {
                searchEntries.put(document);
            }
        });
    }

    private record Claim(UUID version, String sha256, String fileName, int attempt) {}
}
