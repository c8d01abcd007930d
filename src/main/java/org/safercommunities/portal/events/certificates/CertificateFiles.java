package org.safercommunities.portal.events.certificates;

import java.util.UUID;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.events.UnknownEvent;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the pages' links to certificates fetch. */
@RestController
class CertificateFiles {

    private final CertificatePapers papers;
    private final CurrentReader currentReader;

    CertificateFiles(CertificatePapers papers, CurrentReader currentReader) {
        this.papers = papers;
        this.currentReader = currentReader;
    }

    @GetMapping("/files/certificates/{booking}")
    ResponseEntity<byte[]> paper(@PathVariable UUID booking) {
        return papers.answer(booking, currentReader.get());
    }

    /** Corrected since the page was shown, or never theirs. */
    @ExceptionHandler(UnknownEvent.class)
    ResponseEntity<Void> none() {
        return ResponseEntity.notFound().cacheControl(CacheControl.noStore()).build();
    }
}
