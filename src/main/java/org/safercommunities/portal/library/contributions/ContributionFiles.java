package org.safercommunities.portal.library.contributions;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.ProofMissing;
import org.safercommunities.portal.library.Downloads;
import org.safercommunities.portal.library.PageAnswers;
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

/** Bytes and pictures of offered files for the pages of the portal, by session. */
@RestController
@RequestMapping("/files/document-offers/{id}")
class ContributionFiles {

    private final ContributionDownloads downloads;
    private final PageAnswers pages;
    private final CurrentReader currentReader;

    ContributionFiles(ContributionDownloads downloads, PageAnswers pages, CurrentReader currentReader) {
        this.downloads = downloads;
        this.pages = pages;
        this.currentReader = currentReader;
    }

    @GetMapping("/content")
    ResponseEntity<Resource> content(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return downloads.answer(id, false, Downloads.Request.of(request), currentReader.get());
    }

    /** For showing inside the page of the offer. */
    @GetMapping("/inline")
    ResponseEntity<Resource> inline(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return downloads.answer(id, true, Downloads.Request.of(request), currentReader.get());
    }

    /** One page, from 1, at least as wide as {@code width} pixels where the file allows. */
    @GetMapping("/pages/{page}")
    ResponseEntity<Resource> page(
            @PathVariable UUID id, @PathVariable int page, @RequestParam(defaultValue = "1200") int width)
            throws NoPreview {
        return pages.of(downloads.file(id, currentReader.get()), page, width);
    }

    /** To the page of the offer, which asks them to; what a page shows just is not there for them. */
    @ExceptionHandler(ProofMissing.class)
    ResponseEntity<Void> proofMissing(ProofMissing missing, HttpServletRequest request) {
        return request.getRequestURI().endsWith("/content")
                ? ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(request.getContextPath() + "/library/offers/" + missing.thing()))
                        .build()
                : ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }

    @ExceptionHandler({UnknownContribution.class, NoPreview.class, HeldBack.class})
    ResponseEntity<Void> none() {
        return ResponseEntity.notFound().build();
    }
}
