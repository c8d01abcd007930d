package org.safercommunities.portal.library;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.storage.FileScan;
import org.safercommunities.portal.storage.FileScanned;
import org.safercommunities.portal.storage.FileScans;
import org.safercommunities.portal.storage.Pages;
import org.safercommunities.portal.storage.ScanState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What follows for documents from what the virus scanner says of their files. Whether the verdict comes before the document is
 * there or after it, it is heard once: both hold the row of the file.
 */
@Component
class HeldFiles implements BeforePublishing {

    private final FileScans scans;
    private final Pages pages;
    private final DocumentRecords documents;
    private final VersionRecords versions;
    private final LibrarySearchEntries searchEntries;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher messages;

    HeldFiles(
            FileScans scans,
            Pages pages,
            DocumentRecords documents,
            VersionRecords versions,
            LibrarySearchEntries searchEntries,
            JdbcClient jdbc,
            ApplicationEventPublisher messages) {
        this.scans = scans;
        this.pages = pages;
        this.documents = documents;
        this.versions = versions;
        this.searchEntries = searchEntries;
        this.jdbc = jdbc;
        this.messages = messages;
    }

    private record Holding(UUID document, UUID version, int number, UUID addedBy) {}

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(VersionAdded added) {
        versions.flush();
        FileScan scan = scans.hold(added.sha256());
        if (scan.state().isRefused()) {
            jdbc.sql("SELECT document_id, id, number, added_by FROM document_version WHERE id = ?")
                    .param(added.version().toString())
                    .query(HeldFiles::holding)
                    .list()
                    .forEach(holding -> tell(holding, scan));
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(FileScanned scanned) {
        ScanState state = scanned.scan().state();
        if (state.isRefused()) {
            forgetWhatWasMade(scanned.sha256());
        }
        if (state == ScanState.INFECTED || state == ScanState.TOO_LARGE) {
            holding(scanned.sha256()).forEach(holding -> tell(holding, scanned.scan()));
        }
    }

    private void tell(Holding holding, FileScan scan) {
        messages.publishEvent(new DocumentStep(
                holding.document(),
                DocumentStep.Kind.HELD_BACK,
                facts(Integer.toString(holding.number()), scan, null),
                null));
        messages.publishEvent(new FileHeldBack(holding.document(), holding.version(), holding.addedBy()));
    }

    /** For the trail. */
    static Map<String, String> facts(String version, FileScan scan, @Nullable String reason) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("version", version);
        String finding = Objects.requireNonNullElse(scan.finding(), "");
        facts.put("finding", scan.state() == ScanState.TOO_LARGE ? "larger than " + finding : finding);
        if (reason != null) {
            facts.put("reason", reason);
        }
        return facts;
    }

    /** Words, pictures and the index have them from a time when the file was open; let out again, it is read again. */
    private void forgetWhatWasMade(String sha256) {
        List<Holding> all = holding(sha256);
        for (Holding holding : all) {
            jdbc.sql("DELETE FROM document_text WHERE version_id = ?")
                    .param(holding.version().toString())
                    .update();
            jdbc.sql("UPDATE document_version SET reading = 'PENDING', reading_began_at = NULL, reading_attempts = 0"
                            + " WHERE id = ?")
                    .param(holding.version().toString())
                    .update();
        }
        for (Holding holding : all) {
            documents
                    .hold(holding.document())
                    .filter(document ->
                            document.state() == DocumentState.PUBLISHED && document.currentNumber() == holding.number())
                    .ifPresent(searchEntries::put);
        }
        pages.forget(sha256);
    }

    private List<Holding> holding(String sha256) {
        return jdbc.sql("SELECT v.document_id, v.id, v.number, v.added_by FROM document_version v"
                        + " JOIN document d ON d.id = v.document_id WHERE v.sha256 = ? AND d.state <> 'DISPOSED'")
                .param(sha256)
                .query(HeldFiles::holding)
                .list();
    }

    private static Holding holding(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Holding(
                Sql.id(row, "document_id"), Sql.id(row, "id"), row.getInt("number"), Sql.id(row, "added_by"));
    }

    /** A file that waits may be published, and comes out when the scanner has passed it; one that was refused may not. */
    @Override
    public void check(UUID document, UUID version, String mediaType) {
        FileScan scan = versions.findById(version)
                .map(found -> scans.of(List.of(found.sha256())).get(found.sha256()))
                .map(FileScans.AsOf::scan)
                .orElse(FileScan.NONE);
        if (scan.state().isRefused()) {
            throw new InvalidDocument("file", scan.inWords() + " It cannot be published.");
        }
    }
}
