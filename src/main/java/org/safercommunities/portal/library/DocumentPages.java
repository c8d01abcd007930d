package org.safercommunities.portal.library;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.ProofMissing;
import org.safercommunities.portal.storage.HeldBack;
import org.safercommunities.portal.storage.NoPreview;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
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

    private final PageAnswers pages;
    private final CurrentReader currentReader;

    DocumentPages(PageAnswers pages, CurrentReader currentReader) {
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
        return pages.ofDocument(id, version, page, width, currentReader.get());
    }

    @ExceptionHandler(ProofMissing.class)
    ResponseEntity<Void> proofMissing() {
        return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }

    @ExceptionHandler({UnknownDocument.class, NoPreview.class, HeldBack.class})
    ResponseEntity<Void> none() {
        return ResponseEntity.notFound().build();
    }
}
