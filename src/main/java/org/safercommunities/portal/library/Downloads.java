package org.safercommunities.portal.library;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.ProofMissing;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.storage.Blobs;
import org.safercommunities.portal.storage.HeldBack;
import org.safercommunities.portal.storage.MediaTypes;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRange;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;

/**
 * Answers with the bytes of a document: in ranges when asked, under their right name and type, and in a way that no browser
 * runs them as part of the portal.
 */
@Service
public class Downloads {

    /** Later parts of a download that has its line need none; all but the first byte on its own is a download. */
    private static final Duration RESUMED_WITHIN = Duration.ofDays(1);

    private final Documents documents;
    private final Library library;
    private final DownloadTrail trail;
    private final Blobs blobs;
    private final MediaTypes mediaTypes;
    private final Clock clock;

    Downloads(
            Documents documents,
            Library library,
            DownloadTrail trail,
            Blobs blobs,
            MediaTypes mediaTypes,
            Clock clock) {
        this.documents = documents;
        this.library = library;
        this.trail = trail;
        this.blobs = blobs;
        this.mediaTypes = mediaTypes;
        this.clock = clock;
    }

    /**
     * @param number of the version, null for the current one
     * @param by the exit, for the trail
     * @param shownInPlace true for pictures and recordings inside a page, which then are not a download
     * @throws UnknownDocument when there is none for this person
     * @throws DocumentIsGone when it was withdrawn or has expired, and they may know it
     * @throws ProofMissing when they have first to show that it is them
     * @throws HeldBack when the virus scanner has not passed the file
     */
    public ResponseEntity<Resource> answer(
            UUID id, @Nullable Integer number, String by, boolean shownInPlace, Request request, Reader reader)
            throws java.io.IOException {
        DocumentFile version = documents.file(id, number, reader).orElseThrow(() -> missing(id, reader));
        WhoMaySeeDocument.unlessProven(version.marking(), id, reader);
        if (version.scan().held()) {
            throw new HeldBack(version.scan());
        }
        StoredFile file = version.file();
        boolean inline = shownInPlace && mediaTypes.inlineSafe(file.mediaType());
        String etag = etag(file.sha256());
        boolean ranged = ranged(request, etag);
        if (!inline
                && request.method() == HttpMethod.GET
                && !hasAlready(request, etag)
                && (startsAtBeginning(ranged ? request.range() : null)
                        || !trail.has(
                                id, version.number(), reader, clock.instant().minus(RESUMED_WITHIN)))) {
            library.noteDownload(id, version.number(), by, reader);
        }
        return bytes(file, shownInPlace, request);
    }

    private RuntimeException missing(UUID id, Reader reader) {
        // Who may see the document is told of the version that is not there, and of nothing else
        return documents.find(id, reader).isPresent()
                ? new UnknownDocument(id)
                : documents
                        .gone(id, reader)
                        .<RuntimeException>map(DocumentIsGone::new)
                        .orElseGet(() -> new UnknownDocument(id));
    }

    /**
     * The bytes of a file, for somebody whom its rule has admitted: who may have them is not asked here, and no trail is kept.
     *
     * @param shownInPlace true for pictures and recordings inside a page
     */
    public ResponseEntity<Resource> bytes(StoredFile file, boolean shownInPlace, Request request)
            throws java.io.IOException {
        boolean inline = shownInPlace && mediaTypes.inlineSafe(file.mediaType());
        String etag = etag(file.sha256());
        Resource content = blobs.open(file.sha256());
        var answer = ResponseEntity.ok()
                .eTag(etag)
                .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePrivate().mustRevalidate())
                .contentType(type(file.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file.fileName(), inline))
                .header("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'none'; script-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin");
        if (request.range() != null && !ranged(request, etag)) {
            // The file changed since the first part: all of it again, which a stream without ranges says
            return answer.header(HttpHeaders.ACCEPT_RANGES, "bytes")
                    .contentLength(file.size())
                    .body(new InputStreamResource(content));
        }
        return answer.body(content);
    }

    private static String etag(String sha256) {
        return "\"" + sha256 + "\"";
    }

    /** As RFC 9110 compares them: any of a list, weakly. */
    private static boolean hasAlready(Request request, String etag) {
        return request.ifNoneMatch() != null
                && ETag.parse(request.ifNoneMatch()).stream()
                        .anyMatch(one -> one.isWildcard() || one.formattedTag().endsWith(etag));
    }

    private static boolean ranged(Request request, String etag) {
        return request.range() != null
                && (request.ifRange() == null || request.ifRange().equals(etag));
    }

    private static boolean startsAtBeginning(@Nullable String range) {
        if (range == null) {
            return true;
        }
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(range);
            return ranges.stream().anyMatch(one -> one.getRangeStart(Long.MAX_VALUE) == 0);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static MediaType type(String mediaType) {
        try {
            MediaType type = MediaType.parseMediaType(mediaType);
            return "text".equals(type.getType()) ? new MediaType(type, StandardCharsets.UTF_8) : type;
        } catch (RuntimeException unknown) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }

    private static String disposition(String fileName, boolean inline) {
        return (inline ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(fileName, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    /** What the request says of how it wants the bytes. */
    public record Request(
            HttpMethod method,
            @Nullable String range,
            @Nullable String ifRange,
            @Nullable String ifNoneMatch) {

        public static Request of(jakarta.servlet.http.HttpServletRequest request) {
            return new Request(
                    HttpMethod.valueOf(request.getMethod()),
                    request.getHeader(HttpHeaders.RANGE),
                    request.getHeader(HttpHeaders.IF_RANGE),
                    request.getHeader(HttpHeaders.IF_NONE_MATCH));
        }
    }
}
