package org.safercommunities.portal.library.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.storage.PartRefused;
import org.safercommunities.portal.storage.Parts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files that come in pieces, each its owner's alone. How far one is stands in its row, which is written when the bytes are on the
 * disk: whatever breaks off, at the sender's or here, goes on from there.
 *
 * <p>All methods throw {@link UploadRefused} for what is not there for this person.
 */
@Service
public class Uploads {

    private final UploadTable table;
    private final OpenUploads opened;
    private final Parts parts;
    private final WhoMayUpload who;
    private final UploadSettings settings;
    private final ApplicationEventPublisher messages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Uploads(
            UploadTable table,
            OpenUploads opened,
            Parts parts,
            WhoMayUpload who,
            UploadSettings settings,
            ApplicationEventPublisher messages,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.table = table;
        this.opened = opened;
        this.parts = parts;
        this.who = who;
        this.settings = settings;
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The largest file taken, in bytes. */
    public long largest() {
        return parts.largest();
    }

    /** The same for people. */
    public String largestInWords() {
        return parts.largestInWords();
    }

    /**
     * Begins an upload. Somebody who says it again with the same {@code key}, for they have not heard the answer, gets the one that
     * was begun.
     *
     * @param metadata as the protocol writes it
     * @throws org.safercommunities.portal.storage.TooLarge when it is larger than allowed
     * @throws org.safercommunities.portal.storage.StorageFull when there is no room for all of it
     */
    public Upload begin(long length, @Nullable String metadata, Reader by) throws IOException {
        UploadMetadata said = UploadMetadata.read(metadata);
        who.require(said.purpose(), by);
        Optional<Upload> before = said.key() == null ? Optional.empty() : table.ofKey(by.personId(), said.key());
        if (before.isPresent() && isTheSame(before.get(), length)) {
            return standing(before.get().id(), by);
        }
        Instant now = clock.instant();
        Upload upload = new Upload(
                UUID.randomUUID(),
                by.personId(),
                said.purpose(),
                said.document(),
                said.fileName(),
                said.lastModified(),
                said.raw(),
                length,
                0,
                null,
                false,
                now.plus(settings.kept()));
        parts.begin(upload.id(), length);
        try {
            insert(upload, before.isPresent() ? null : said.key(), now);
        } catch (DuplicateKeyException saidTwiceAtOnce) {
            parts.delete(upload.id());
            return begin(length, metadata, by);
        } catch (RuntimeException refused) {
            parts.delete(upload.id());
            throw refused;
        }
        return upload;
    }

    /** One after the other, so that no crowd of calls gets past the limit together. */
    private synchronized void insert(Upload upload, @Nullable String key, Instant now) {
        who.requireRoom(table.waiting(upload.owner()), upload.length());
        table.insert(upload, key, now);
    }

    private boolean isTheSame(Upload before, long length) {
        return before.length() == length
                && !before.used()
                && before.expires().isAfter(clock.instant())
                && (before.sha256() != null || parts.has(before.id()));
    }

    /** How far it is. A piece that is on its way is ended: whoever asks is about to go on from there. */
    public Upload standing(UUID id, Reader by) throws IOException {
        opened.of(id, by);
        parts.stop(id);
        return opened.of(id, by);
    }

    /**
     * Adds a piece to it, as far as it comes.
     *
     * @param from how many bytes come before the piece
     * @param announced how many bytes it has; negative when that was not said
     * @param check what its bytes have to amount to
     * @throws PartRefused when it does not fit, or somebody else came in between
     */
    public Upload receive(
            UUID id, long from, long announced, Parts.@Nullable Check check, InputStream content, Reader by)
            throws IOException {
        Upload upload = opened.of(id, by);
        who.require(upload.purpose(), by);
        if (from == upload.received() && announced > upload.length() - from) {
            throw new UploadRefused(
                    UploadRefused.Why.TOO_MUCH,
                    "This upload was announced with %,d bytes, and with this piece it would have more."
                            .formatted(upload.length()));
        }
        try {
            parts.append(
                    id, opened.ledger(id), new Parts.Piece(from, Math.max(0, upload.length() - from), check, content));
        } catch (NoSuchFileException ended) {
            throw upload.sha256() == null ? UploadRefused.unknown() : UploadRefused.used();
        }
        return opened.of(id, by);
    }

    /** Ends it, and deletes what came of it. */
    public void end(UUID id, Reader by) throws IOException {
        Upload upload = opened.of(id, by);
        transaction.executeWithoutResult(done -> {
            if (table.delete(id)) {
                messages.publishEvent(UploadMessage.ended(upload, by.actor()));
            }
        });
        parts.delete(id);
    }

    /** What this person has begun to send for one purpose, and not ended, the newest first; also what is complete but not used. */
    public List<Upload> waiting(Upload.Purpose purpose, Reader by) {
        return table.waiting(by.personId(), purpose, clock.instant());
    }
}
