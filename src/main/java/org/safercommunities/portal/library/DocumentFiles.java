package org.safercommunities.portal.library;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.ProofMissing;
import org.safercommunities.portal.storage.HeldBack;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bytes for the pages of the portal, by session; the API has its own door to the same rules. */
@RestController
@RequestMapping("/files/documents/{id}")
class DocumentFiles {

    private final Downloads downloads;
    private final CurrentReader currentReader;

    DocumentFiles(Downloads downloads, CurrentReader currentReader) {
        this.downloads = downloads;
        this.currentReader = currentReader;
    }

    @GetMapping("/content")
    ResponseEntity<Resource> content(
            @PathVariable UUID id, @RequestParam @Nullable Integer version, HttpServletRequest request)
            throws IOException {
        return downloads.answer(id, version, "page", false, Downloads.Request.of(request), currentReader.get());
    }

    /** The bytes of a picture or recording, for showing inside the document's page. */
    @GetMapping("/inline")
    ResponseEntity<Resource> inline(
            @PathVariable UUID id, @RequestParam @Nullable Integer version, HttpServletRequest request)
            throws IOException {
        return downloads.answer(id, version, "page", true, Downloads.Request.of(request), currentReader.get());
    }

    /** To its place, which says why. */
    @ExceptionHandler(DocumentIsGone.class)
    ResponseEntity<Void> gone(HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(request.getContextPath() + "/library/" + documentIn(request)))
                .build();
    }

    /** To the document’s page, which asks them to; what a page shows just is not there for them. */
    @ExceptionHandler(ProofMissing.class)
    ResponseEntity<Void> proofMissing(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/content")
                ? gone(request)
                : ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }

    /** What a person follows leads to the document’s page, which says how it stands; what a page shows just is not there. */
    @ExceptionHandler(HeldBack.class)
    ResponseEntity<Void> heldBack(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/content")
                ? gone(request)
                : ResponseEntity.status(HttpStatus.LOCKED).build();
    }

    /** An exception handler gets no variables of the path; what stands there was read as an id before. */
    private static String documentIn(HttpServletRequest request) {
        return request.getRequestURI().replaceAll(".*/files/documents/([^/]+)/.*", "$1");
    }

    @ExceptionHandler(UnknownDocument.class)
    ResponseEntity<Void> unknown() {
        return ResponseEntity.notFound().build();
    }
}
