package org.safercommunities.portal.library;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.storage.Busy;
import org.safercommunities.portal.storage.HeldBack;
import org.safercommunities.portal.storage.MediaTypes;
import org.safercommunities.portal.storage.NoPreview;
import org.safercommunities.portal.storage.Pages;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Pictures of a document's pages, for whoever may see the document. */
@RestController
@RequestMapping("/files/documents/{id}/pages")
class DocumentPages {

    private static final int WIDEST = 2400;

    private final Documents documents;
    private final Pages pages;
    private final CurrentReader currentReader;

    DocumentPages(Documents documents, Pages pages, CurrentReader currentReader) {
        this.documents = documents;
        this.pages = pages;
        this.currentReader = currentReader;
    }

    /** One page, from 1, at least as wide as {@code width} pixels where the file allows. */
    @GetMapping("/{page}")
    ResponseEntity<Resource> page(
            @PathVariable UUID id,
            @PathVariable int page,
            @RequestParam @Nullable Integer version,
            @RequestParam(defaultValue = "1200") int width)
            throws NoPreview {
        DocumentDetails details = documents.find(id, currentReader.get()).orElseThrow(() -> new UnknownDocument(id));
        VersionSummary wanted = details.versions().stream()
                .filter(one -> version == null || one.number() == version)
                .findFirst()
                .orElseThrow(() -> new UnknownDocument(id));
        if (wanted.scan().held()) {
            throw new HeldBack(wanted.scan());
        }
        Integer known = wanted.mediaType().equals(MediaTypes.PDF) ? wanted.pages() : null;
        if (page > 1 && page > (known == null ? pages.count(wanted.sha256(), wanted.mediaType()) : known)) {
            // Drawing it would take a worker and leave a note behind, for each number that somebody thinks of
            throw new UnknownDocument(id);
        }
        Resource picture = pages.page(wanted.sha256(), wanted.mediaType(), page, Math.clamp(width, 50, WIDEST));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                // Asked for again each time: it may be somebody else's turn at this browser, or no longer theirs to see
                .eTag("\"%s-%d-%d\"".formatted(wanted.sha256(), page, width))
                .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePrivate().mustRevalidate())
                .header("X-Content-Type-Options", "nosniff")
                .body(picture);
    }

    @ExceptionHandler({UnknownDocument.class, NoPreview.class, HeldBack.class})
    ResponseEntity<Void> none() {
        return ResponseEntity.notFound().build();
    }

    @ExceptionHandler(Busy.class)
    ResponseEntity<Void> busy() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", "5")
                .build();
    }
}
