package org.safercommunities.portal.library.uploads;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.UUID;
import java.util.function.Supplier;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.Intake;
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.storage.BlobRef;
import org.safercommunities.portal.storage.FileReferences;
import org.safercommunities.portal.storage.PartRefused;
import org.safercommunities.portal.storage.Parts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes files of uploads that have all their bytes. Each becomes one once. */
@Service
public class FinishedUploads implements FileReferences {

    private final OpenUploads uploads;
    private final UploadTable table;
    private final Parts parts;
    private final Intake intake;
    private final TransactionTemplate transaction;

    FinishedUploads(
            OpenUploads uploads,
            UploadTable table,
            Parts parts,
            Intake intake,
            PlatformTransactionManager transactions) {
        this.uploads = uploads;
        this.table = table;
        this.parts = parts;
        this.intake = intake;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * The file that an upload holds, in the store; its bytes were not copied on the way. Blocks while what an earlier process of the
     * portal received is read: call it outside any transaction.
     *
     * @throws UploadRefused when there is no such upload of theirs, or it was used already
     * @throws PartRefused when bytes are missing
     * @throws org.safercommunities.portal.library.InvalidDocument when it is empty
     */
    public StoredFile file(UUID id, Reader by) throws IOException {
        Upload upload = uploads.of(id, by);
        String sha256 = upload.sha256() == null ? reckoned(upload, by) : upload.sha256();
        BlobRef known = new BlobRef(sha256, upload.length());
        parts.settle(id, known);
        return intake.look(known, upload.fileName());
    }

    private String reckoned(Upload upload, Reader by) throws IOException {
        try {
            String sha256 = parts.reckon(upload.id(), uploads.ledger(upload.id()), upload.length())
                    .sha256();
            // Known before the file gets its new name: after a crash in between it is found under one of the two
            table.reckoned(upload.id(), sha256);
            return sha256;
        } catch (NoSuchFileException meanwhile) {
            String sha256 = uploads.of(upload.id(), by).sha256();
            if (sha256 == null) {
                throw UploadRefused.unknown();
            }
            return sha256;
        }
    }

    /** What an upload is called, for whoever describes it before its bytes are looked at. */
    public String name(UUID id, Reader by) {
        return uploads.of(id, by).fileName();
    }

    /**
     * Does what makes something of the file, and marks the upload as used, both or neither.
     *
     * @throws UploadRefused when somebody was quicker
     */
    public <T> T use(UUID id, Reader by, Supplier<T> what) {
        return java.util.Objects.requireNonNull(transaction.execute(both -> {
            uploads.of(id, by);
            if (!table.use(id)) {
                throw UploadRefused.used();
            }
            return what.get();
        }));
    }

    /** In the store already, but not yet a document’s. */
    @Override
    public boolean refersTo(String sha256) {
        return table.refersTo(sha256);
    }
}
