package org.safercommunities.portal.library;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.storage.FileScans;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads documents, each time through {@link WhoMaySeeDocument}. */
@Service
public class Documents {

    /** Up to the condition; read by {@link DocumentCard#of}. */
    static final String CARD =
            "SELECT " + WhoMaySeeDocument.OUT + """
            AS is_out, d.id, d.title, d.description, d.kind, d.marking, d.agency, d.state, d.published_at, d.created_at,
                   d.visible_from, d.visible_until, d.review_on, d.dispose_on,
                   v.number, v.sha256, v.size, v.media_type, v.file_name, v.reading, v.reading_reason, v.pages, v.higher_markings, d.handling,
                   """ + FileScans.columns("v.sha256", "v.added_at") + """
                   , (SELECT GROUP_CONCAT(t.topic ORDER BY t.topic) FROM document_topic t WHERE t.document_id = d.id) AS topics
              FROM document d JOIN document_version v ON v.document_id = d.id AND v.number = d.current_number
             WHERE\s""";

    private final JdbcClient jdbc;
    private final WhoMaySeeDocument whoMaySee;
    private final DocumentRecords documents;
    private final VersionRecords versions;
    private final FileScans scans;

    Documents(
            JdbcClient jdbc,
            WhoMaySeeDocument whoMaySee,
            DocumentRecords documents,
            VersionRecords versions,
            FileScans scans) {
        this.jdbc = jdbc;
        this.whoMaySee = whoMaySee;
        this.documents = documents;
        this.versions = versions;
        this.scans = scans;
    }

    /** Empty when there is no such document, and when there is but not for this person. */
    @Transactional(readOnly = true)
    public Optional<DocumentDetails> find(UUID id, Reader reader) {
        Optional<Boolean> mayChange = whoMaySee.mayChange(reader, id);
        return mayChange
                .flatMap(seen -> documents.findById(id))
                .map(document -> new DocumentDetails(
                        document.id(),
                        document.description(),
                        document.agency(),
                        document.owner(),
                        document.state(),
                        document.publishedAt(),
                        document.createdAt(),
                        document.term(),
                        document.withdrawal(),
                        scanned(versions.findByDocumentIdOrderByNumberDesc(id).stream()
                                .map(DocumentVersion::summary)
                                .toList()),
                        mayChange.orElseThrow()));
    }

    /**
     * The file of one version, in one statement, because every part of every download asks for it. Empty when there is no such
     * version, and when there is but not for this person.
     *
     * @param number null for the current one
     */
    Optional<DocumentFile> file(UUID id, @Nullable Integer number, Reader reader) {
        return jdbc.sql("SELECT v.number, d.marking, v.sha256, v.size, v.file_name, v.media_type, "
                        + FileScans.columns("v.sha256", "v.added_at") + """
                         FROM document d
                         JOIN document_version v ON v.document_id = d.id AND v.number = COALESCE(:number, d.current_number)
                        WHERE d.id = :id AND\s""" + WhoMaySeeDocument.OPENS)
                .params(reader.parameters())
                .param("id", id.toString())
                .param("number", number, Types.INTEGER)
                .query((row, line) -> new DocumentFile(
                        row.getInt("number"),
                        Marking.valueOf(row.getString("marking")),
                        new StoredFile(
                                row.getString("sha256"),
                                row.getLong("size"),
                                row.getString("file_name"),
                                row.getString("media_type")),
                        FileScans.read(row)))
                .optional();
    }

    private List<VersionSummary> scanned(List<VersionSummary> all) {
        Map<String, FileScans.AsOf> found =
                scans.of(all.stream().map(VersionSummary::sha256).collect(Collectors.toSet()));
        return all.stream()
                .map(version -> {
                    FileScans.AsOf scan = found.get(version.sha256());
                    return scan == null ? version : version.with(scan.at(version.addedAt()));
                })
                .toList();
    }

    /**
     * What stands in the place of a document that was withdrawn or has expired, for those who could see it. Empty when there is no
     * such document, not for them, or it is still there.
     */
    @Transactional(readOnly = true)
    public Optional<GoneDocument> gone(UUID id, Reader reader) {
        return jdbc.sql("SELECT d.title, d.state, d.visible_until, d.withdrawn_at, d.withdrawn_reason, d.replaced_by"
                        + " FROM document d WHERE d.id = :id AND " + WhoMaySeeDocument.TOLD_THAT_IT_IS_GONE)
                .params(reader.parameters())
                .param("id", id.toString())
                .query(GoneDocument::of)
                .optional()
                .map(gone -> gone.withoutHidden(whoMaySee, reader));
    }

    /** Whether a document would be theirs to read, had their agency signed the Information Sharing Agreement that is in force. */
    @Transactional(readOnly = true)
    public boolean withheld(UUID id, Reader reader) {
        return whoMaySee.withholds(reader, id);
    }

    /** What was published since, newest first. */
    @Transactional(readOnly = true)
    public List<DocumentCard> publishedSince(@Nullable Instant since, int limit, Reader reader) {
        return jdbc.sql(CARD + WhoMaySeeDocument.CONDITION
                        + " AND " + WhoMaySeeDocument.OUT + " AND d.published_at > :since"
                        + " ORDER BY d.published_at DESC, d.id LIMIT :limit")
                .params(reader.parameters())
                .param("since", LocalDateTime.ofInstant(since == null ? Instant.EPOCH : since, ZoneOffset.UTC))
                .param("limit", limit)
                .query(DocumentCard::of)
                .list();
    }

    @Transactional(readOnly = true)
    public int countDrafts(Reader reader) {
        return jdbc.sql("SELECT COUNT(*) FROM document d WHERE d.state = 'DRAFT' AND " + WhoMaySeeDocument.CONDITION)
                .params(reader.parameters())
                .query(Integer.class)
                .single();
    }

    /** Documents of which a version, now or earlier, has exactly these bytes: "the same file is in the library already". */
    @Transactional(readOnly = true)
    public List<DocumentCard> withSameBytes(String sha256, Reader reader) {
        return jdbc.sql(CARD + WhoMaySeeDocument.CONDITION + " AND EXISTS (SELECT 1 FROM document_version same"
                        + " WHERE same.document_id = d.id AND same.sha256 = :sha) ORDER BY d.created_at LIMIT 5")
                .params(reader.parameters())
                .param("sha", sha256)
                .query(DocumentCard::of)
                .list();
    }

    /** These documents, as far as this person may see them, in no order. */
    @Transactional(readOnly = true)
    public List<DocumentCard> cards(Collection<UUID> ids, Reader reader) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(CARD + WhoMaySeeDocument.CONDITION + " AND d.id IN (:ids)")
                .params(reader.parameters())
                .param("ids", ids.stream().map(UUID::toString).toList())
                .query(DocumentCard::of)
                .list();
    }

    /** The words of one version, for reading in place; empty when it has none, is held back, or is not this person's to open. */
    @Transactional(readOnly = true)
    public Optional<String> text(UUID id, int number, Reader reader) {
        return jdbc.sql("""
                        SELECT t.text FROM document d
                          JOIN document_version v ON v.document_id = d.id AND v.number = :number
                          JOIN document_text t ON t.version_id = v.id
                         WHERE d.id = :id AND\s""" + WhoMaySeeDocument.OPENS_CONTENTS + " AND NOT " + FileScans.held("v.sha256", "v.added_at"))
                .params(reader.parameters())
                .param("id", id.toString())
                .param("number", number)
                .query(String.class)
                .optional();
    }
}
