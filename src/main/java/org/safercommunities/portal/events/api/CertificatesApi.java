package org.safercommunities.portal.events.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.events.certificates.CertificatePapers;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Bookings")
class CertificatesApi {

    private final CertificatePapers papers;
    private final CurrentReader currentReader;

    CertificatesApi(CertificatePapers papers, CurrentReader currentReader) {
        this.papers = papers;
        this.currentReader = currentReader;
    }

    @Operation(
            summary =
                    "The certificate of attendance of a booking as PDF: your own, anybody’s for whoever runs the event. 404 before"
                            + " the event is over and for who did not come.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/api/v1/bookings/{id}/certificate")
    ResponseEntity<byte[]> certificate(@PathVariable UUID id) {
        return papers.answer(id, currentReader.get());
    }
}
