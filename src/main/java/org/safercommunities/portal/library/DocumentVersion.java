package org.safercommunities.portal.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One state of a document's file, and what became of reading it. */
@Entity
class DocumentVersion {

    @Id
    private UUID id;

    private UUID documentId;

    private int number;

    @Column(length = 64)
    @JdbcTypeCode(SqlTypes.CHAR)
    private String sha256;

    private long size;

    private String fileName;

    private String mediaType;

    private String note;

    private UUID addedBy;

    private Instant addedAt;

    @Enumerated(EnumType.STRING)
    private ReadingState reading;

    @Nullable
    private String readingReason;

    @Nullable
    private Instant readingBeganAt;

    private int readingAttempts;

    @Nullable
    private Integer pages;

    private String higherMarkings;

    @SuppressWarnings("NullAway.Init")
    protected DocumentVersion() {}

    DocumentVersion(UUID documentId, int number, StoredFile file, String note, UUID addedBy, Instant now) {
        this.id = UUID.randomUUID();
        this.documentId = documentId;
        this.number = number;
        this.sha256 = file.sha256();
        this.size = file.size();
        this.fileName = file.fileName();
        this.mediaType = file.mediaType();
        this.note = note;
        this.addedBy = addedBy;
        this.addedAt = now;
        this.reading = ReadingState.PENDING;
        this.higherMarkings = "";
    }

    /** The same file, once more, under another number. */
    DocumentVersion again(int otherNumber, String otherNote, UUID by, Instant now) {
        DocumentVersion again = new DocumentVersion(
                documentId, otherNumber, new StoredFile(sha256, size, fileName, mediaType), otherNote, by, now);
        again.reading = reading;
        again.readingReason = readingReason;
        again.pages = pages;
        again.higherMarkings = higherMarkings;
        return again;
    }

    /** For the demonstration only. */
    void dateBack(Instant added) {
        addedAt = added;
    }

    UUID id() {
        return id;
    }

    UUID documentId() {
        return documentId;
    }

    int number() {
        return number;
    }

    String sha256() {
        return sha256;
    }

    String fileName() {
        return fileName;
    }

    String mediaType() {
        return mediaType;
    }

    ReadingState reading() {
        return reading;
    }

    void read(
            ReadingState outcome,
            @Nullable String reason,
            String foundType,
            @Nullable Integer foundPages,
            String markings) {
        reading = outcome;
        readingReason = reason;
        mediaType = foundType;
        pages = foundPages;
        higherMarkings = markings;
    }

    VersionSummary summary() {
        return new VersionSummary(
                number,
                sha256,
                size,
                fileName,
                mediaType,
                note,
                addedBy,
                addedAt,
                reading,
                readingReason,
                pages,
                higherMarkings.isEmpty() ? java.util.List.of() : java.util.List.of(higherMarkings.split("\\|")));
    }
}
