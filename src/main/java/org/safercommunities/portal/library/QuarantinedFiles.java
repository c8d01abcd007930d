package org.safercommunities.portal.library;

import java.util.List;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.storage.FileScan;
import org.safercommunities.portal.storage.FileScans;
import org.safercommunities.portal.storage.ScanState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What editors do with files that the virus scanner refused. Each step is in the audit trail. */
@Service
public class QuarantinedFiles {

    private static final int REASON = 500;

    private final EditableDocuments editable;
    private final VersionRecords versions;
    private final FileScans scans;
    private final ApplicationEventPublisher messages;

    QuarantinedFiles(
            EditableDocuments editable, VersionRecords versions, FileScans scans, ApplicationEventPublisher messages) {
        this.editable = editable;
        this.versions = versions;
        this.scans = scans;
        this.messages = messages;
    }

    /**
     * Lets the file of a version out all the same: somebody answers for it.
     *
     * @throws InvalidDocument without a reason, or when it is not held back by what the scanner said
     */
    @Transactional
    public void release(UUID id, int number, String reason, Reader by) {
        DocumentVersion version = version(id, number, by);
        String why = reason.strip();
        if (why.isEmpty() || why.length() > REASON) {
            throw new InvalidDocument("reason", "Say why it is safe, in at most %d characters".formatted(REASON));
        }
        FileScan scan = scans.hold(version.sha256());
        if (scan.state() != ScanState.INFECTED && scan.state() != ScanState.TOO_LARGE) {
            throw notHeld();
        }
        scans.release(version.sha256());
        note(id, number, DocumentStep.Kind.RELEASED, scan, why, by);
    }

    /** Has the scanner look at it once more. It stays held back until then. */
    @Transactional
    public void scanAgain(UUID id, int number, Reader by) {
        DocumentVersion version = version(id, number, by);
        FileScan scan = scans.hold(version.sha256());
        if (!scan.held() || scan.state() == ScanState.DELETED) {
            throw notHeld();
        }
        scans.scanAgain(version.sha256());
        note(id, number, DocumentStep.Kind.SCANNED_AGAIN, scan, null, by);
    }

    /** Deletes the bytes for good; that there was such a version stays. Bytes of the last hour go with a later sweep. */
    @Transactional
    public void delete(UUID id, int number, Reader by) {
        DocumentVersion version = version(id, number, by);
        FileScan scan = scans.hold(version.sha256());
        if (scan.state() != ScanState.INFECTED && scan.state() != ScanState.TOO_LARGE) {
            throw notHeld();
        }
        scans.delete(version.sha256());
        note(id, number, DocumentStep.Kind.FILE_DELETED, scan, null, by);
        messages.publishEvent(new FilesToDelete(List.of(version.sha256())));
    }

    private DocumentVersion version(UUID id, int number, Reader by) {
        editable.hold(id, by);
        return versions.findByDocumentIdAndNumber(id, number).orElseThrow(() -> new UnknownDocument(id));
    }

    private void note(
            UUID id,
            int number,
            DocumentStep.Kind kind,
            FileScan scan,
            @org.jspecify.annotations.Nullable String reason,
            Reader by) {
        messages.publishEvent(
                new DocumentStep(id, kind, HeldFiles.facts(Integer.toString(number), scan, reason), by.actor()));
    }

    private static InvalidDocument notHeld() {
        return new InvalidDocument("version", "The virus scanner does not hold this file back");
    }
}
