package org.safercommunities.portal.library.catalogue;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.DocumentState;
import org.safercommunities.portal.library.DocumentTerm;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.library.UnknownDocument;
import org.safercommunities.portal.shared.Sha256;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Documents by what they are called where they come from. What was brought is remembered in the same transaction that changes the
 * document, so whoever was stopped in the middle brings everything once more and nothing is there twice; and what somebody has
 * changed by hand since stays, unless what is brought has changed too.
 */
@Service
public class DocumentReferences {

    private static final int LONGEST = 600;

    private final JdbcClient jdbc;
    private final Library library;
    private final Clock clock;

    DocumentReferences(JdbcClient jdbc, Library library, Clock clock) {
        this.jdbc = jdbc;
        this.library = library;
        this.clock = clock;
    }

    public enum Outcome {
        ADDED,
        NEW_VERSION,
        CHANGED,
        UNCHANGED,
        /** The bytes are not here: nothing was done, send them. */
        FILE_WANTED
    }

    /**
     * What is brought.
     *
     * @param said all that is said of it, as it came, to tell whether it is said again
     * @param draft whether it is to stay a draft; publishes one already here when false
     * @param description of a new document
     * @param term of a new document
     * @param change what becomes of what is said of one already here
     */
    public record Sent(
            String reference,
            String sha256,
            String said,
            @Nullable Boolean draft,
            DocumentDescription description,
            DocumentTerm term,
            BulkChange change) {

        public Sent {
            if (reference.isBlank() || reference.length() > LONGEST || reference.indexOf('\0') >= 0) {
                throw new InvalidDocument("reference", "A reference has 1 to %d characters".formatted(LONGEST));
            }
            if (!sha256.matches("[0-9a-f]{64}")) {
                throw new InvalidDocument("sha256", "Say the SHA-256 of the file in 64 small hexadecimal digits");
            }
            // Enough to tell whether the same is said again, and nothing of what was said, people’s addresses among it,
            // stays
            said = Sha256.of(said);
        }
    }

    /** @param document null when there is none yet */
    public record Kept(@Nullable UUID document, Outcome outcome) {}

    private record Known(
            @Nullable UUID document,
            @Nullable String sha256,
            @Nullable String said) {}

    /** Whether its bytes have to be sent for it to be kept. */
    @Transactional(readOnly = true)
    public boolean wantsFile(String reference, String sha256, Reader by) {
        Catalogue.unlessEditor(by);
        return known(reference, "")
                .filter(known -> sha256.equals(known.sha256()))
                .isEmpty();
    }

    /**
     * Adds it, or changes the one already here, or does nothing when it is as it was brought before.
     *
     * @param file null when {@link #wantsFile} says that it is here
     */
    @Transactional
    public Kept keep(Sent sent, @Nullable StoredFile file, Reader by) {
        Catalogue.unlessEditor(by);
        if (file != null && !file.sha256().equals(sent.sha256())) {
            throw new InvalidDocument("file", "The file changed on its way. Send it once more");
        }
        // Whoever brings the same at the same time waits here, and then finds it
        jdbc.sql("INSERT INTO document_reference (reference, unpublished, sent_at) VALUES (?, FALSE, ?)"
                        + " ON DUPLICATE KEY UPDATE sent_at = VALUES(sent_at)")
                .params(sent.reference(), Sql.utc(clock.instant()))
                .update();
        Known known = known(sent.reference(), " FOR UPDATE").orElseThrow();
        boolean sameFile = sent.sha256().equals(known.sha256());
        if (!sameFile && file == null) {
            throw new InvalidDocument(
                    "file", "Send the file itself, or the address of an upload that has all its bytes.");
        }
        if (known.document() == null) {
            UUID id = library.draft(java.util.Objects.requireNonNull(file), sent.description(), sent.term(), by);
            // Also puts its row where the reference to it can see it
            library.standing(id, by);
            remember(sent, id, !Boolean.TRUE.equals(sent.draft()));
            return new Kept(id, Outcome.ADDED);
        }
        if (sameFile && sent.said().equals(known.said())) {
            return new Kept(known.document(), Outcome.UNCHANGED);
        }
        return changed(known, sent, sameFile ? null : file, by);
    }

    private Kept changed(Known known, Sent sent, @Nullable StoredFile file, Reader by) {
        UUID id = java.util.Objects.requireNonNull(known.document());
        try {
            Library.Standing before = library.standing(id, by);
            if (file != null) {
                library.addVersion(id, file, "Brought again with other content", by);
            }
            boolean publish = false;
            if (!sent.said().equals(known.said())) {
                library.describe(
                        id,
                        sent.change().description().apply(before.description()),
                        sent.change().term().apply(before.term()),
                        by);
                publish = Boolean.FALSE.equals(sent.draft()) && before.state() == DocumentState.DRAFT;
            }
            remember(sent, id, publish);
            return new Kept(id, file != null ? Outcome.NEW_VERSION : Outcome.CHANGED);
        } catch (UnknownDocument gone) {
            throw new InvalidDocument(
                    "reference",
                    "The document that this became is not there for you any more: it was removed, or is for a group that you"
                            + " are not in");
        }
    }

    /**
     * Publishes what {@link #keep} left to be published; apart from it, so that what cannot be published yet is kept as a draft. Asked
     * again each time it is brought.
     *
     * @throws InvalidDocument when something is missing, for example the captions of a video
     */
    @Transactional
    public void publishIfWanted(String reference, Reader by) {
        Optional<UUID> waiting = jdbc.sql("SELECT document_id FROM document_reference"
                        + " WHERE reference = ? AND unpublished AND document_id IS NOT NULL FOR UPDATE")
                .param(reference)
                .query((row, number) -> Sql.id(row, "document_id"))
                .optional();
        if (waiting.isPresent()) {
            library.publish(waiting.get(), by);
            jdbc.sql("UPDATE document_reference SET unpublished = FALSE WHERE reference = ?")
                    .param(reference)
                    .update();
        }
    }

    private Optional<Known> known(String reference, String lock) {
        return jdbc.sql("SELECT document_id, sha256, said FROM document_reference WHERE reference = ?" + lock)
                .param(reference)
                .query((row, number) ->
                        new Known(Sql.idOrNull(row, "document_id"), row.getString("sha256"), row.getString("said")))
                .optional();
    }

    private void remember(Sent sent, UUID document, boolean unpublished) {
        jdbc.sql("UPDATE document_reference SET document_id = ?, sha256 = ?, said = ?,"
                        + " unpublished = unpublished OR ? WHERE reference = ?")
                .params(document.toString(), sent.sha256(), sent.said(), unpublished, sent.reference())
                .update();
    }
}
