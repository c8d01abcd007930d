package org.safercommunities.portal.library.recordings;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.ProofMissing;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Captions for the player in a document's page. */
@RestController
class DocumentCaptions {

    private static final MediaType VTT = new MediaType("text", "vtt", StandardCharsets.UTF_8);

    private final Captions captions;
    private final CurrentReader currentReader;

    DocumentCaptions(Captions captions, CurrentReader currentReader) {
        this.captions = captions;
        this.currentReader = currentReader;
    }

    @GetMapping("/files/documents/{id}/captions/{number}/{language}")
    ResponseEntity<byte[]> captions(@PathVariable UUID id, @PathVariable int number, @PathVariable String language) {
        return captions.vtt(id, number, language, currentReader.get())
                .map(vtt -> ResponseEntity.ok()
                        .contentType(VTT)
                        .cacheControl(CacheControl.maxAge(Duration.ZERO)
                                .cachePrivate()
                                .mustRevalidate())
                        .header("X-Content-Type-Options", "nosniff")
                        .body(vtt.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @ExceptionHandler(ProofMissing.class)
    ResponseEntity<Void> proofMissing() {
        return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }
}
