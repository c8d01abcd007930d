package org.safercommunities.portal.library.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.Downloads;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.library.contributions.ContributionContent;
import org.safercommunities.portal.library.contributions.ContributionDetails;
import org.safercommunities.portal.library.contributions.ContributionDownloads;
import org.safercommunities.portal.library.contributions.ContributionIntake;
import org.safercommunities.portal.library.contributions.ContributionReading;
import org.safercommunities.portal.library.contributions.ContributionReading.Which;
import org.safercommunities.portal.library.contributions.Contributions;
import org.safercommunities.portal.library.contributions.UnknownContribution;
import org.safercommunities.portal.shared.Created;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Documents that practitioners offer for the library: as their authors say them. What becomes of them: {@link DocumentOfferStepsApi}. */
@RestController
@RequestMapping("/api/v1/document-offers")
@Tag(name = "Offered documents")
class DocumentOffersApi {

    private static final int MOST = 200;

    private final Contributions contributions;
    private final ContributionReading reading;
    private final ContributionIntake intake;
    private final ContributionDownloads downloads;
    private final CurrentReader currentReader;

    DocumentOffersApi(
            Contributions contributions,
            ContributionReading reading,
            ContributionIntake intake,
            ContributionDownloads downloads,
            CurrentReader currentReader) {
        this.contributions = contributions;
        this.reading = reading;
        this.intake = intake;
        this.downloads = downloads;
        this.currentReader = currentReader;
    }

    record Found(List<DocumentOfferJson> items, int total) {}

    @Operation(
            summary =
                    "Your own (own), those sent from your agency by others (agency; coordinators), those that wait for the team or"
                            + " that it has decided on (waiting, decided; editors)")
    @GetMapping
    Found list(
            @RequestParam(defaultValue = "own") String list,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        if (page < 0 || size < 1 || size > MOST) {
            throw new InvalidDocument("size", "Pages count from 0; a page has 1 to %d offers".formatted(MOST));
        }
        Reader reader = currentReader.get();
        Which which = which(list);
        if (which == Which.AGENCY && !reader.is(Role.COORDINATOR)) {
            throw new AccessDeniedException("Only coordinators see what their agency has sent");
        }
        if ((which == Which.WAITING || which == Which.DECIDED) && !reader.is(Role.EDITOR)) {
            throw new AccessDeniedException("Only editors see what all agencies have sent");
        }
        return new Found(
                reading.list(which, Math.multiplyExact(page, size), size, reader).stream()
                        .map(DocumentOfferJson::of)
                        .toList(),
                reading.count(which, reader));
    }

    private static Which which(String list) {
        return switch (list) {
            case "own" -> Which.OWN;
            case "agency" -> Which.AGENCY;
            case "waiting" -> Which.WAITING;
            case "decided" -> Which.DECIDED;
            default -> throw new InvalidDocument("list", "Ask for the list own, agency, waiting or decided");
        };
    }

    @Operation(summary = "One offered document, and what became of it")
    @GetMapping("/{id}")
    DocumentOfferJson one(@PathVariable UUID id) {
        return DocumentOfferJson.of(seen(id));
    }

    @Operation(
            summary = "Begin to offer a document; with {\"send\": true} in its metadata it is sent to the team at once")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<DocumentOfferJson> begin(
            @RequestPart("file") MultipartFile file,
            @RequestPart(name = "metadata", required = false) @Nullable String metadata)
            throws IOException {
        Reader reader = currentReader.get();
        DocumentOfferSaid said = DocumentOfferSaid.read(metadata);
        StoredFile stored = stored(file, reader);
        ContributionContent content = said.over(ContributionContent.titled(withoutEnding(stored.fileName())));
        UUID id = contributions.begin(content, stored, said.versionOf(), reader);
        if (Boolean.TRUE.equals(said.send())) {
            sendOrUndo(id, reader);
        }
        return Created.below(id).body(one(id));
    }

    /** Whoever is told that it cannot be sent tries again, and has no use for a draft of each try. */
    private void sendOrUndo(UUID id, Reader reader) {
        try {
            contributions.send(id, reader);
        } catch (InvalidDocument refused) {
            contributions.discard(id, reader);
            throw refused;
        }
    }

    @Operation(summary = "Say it anew, until the team has decided. Name the version that you read.")
    @PatchMapping(
            path = "/{id}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    DocumentOfferJson change(@PathVariable UUID id, @RequestBody String body) {
        ContributionDetails now = seen(id);
        DocumentOfferSaid said = DocumentOfferSaid.read(body);
        Integer version = said.version();
        if (version == null) {
            throw new InvalidDocument("version", "Name the “version” that you have read and are changing");
        }
        contributions.change(id, version, said.over(now.content()), currentReader.get());
        return one(id);
    }

    @Operation(summary = "Put another file in its place, until the team has decided")
    @PutMapping(path = "/{id}/content", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    DocumentOfferJson file(@PathVariable UUID id, @RequestPart("file") MultipartFile file) throws IOException {
        Reader reader = currentReader.get();
        if (!seen(id).author().equals(reader.personId())) {
            throw new AccessDeniedException("Only its author changes what they offer");
        }
        contributions.file(id, stored(file, reader), reader);
        return one(id);
    }

    @Operation(summary = "Its bytes, in ranges when asked, until it is published: then the document has them")
    @GetMapping("/{id}/content")
    ResponseEntity<Resource> content(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return downloads.answer(id, false, Downloads.Request.of(request), currentReader.get());
    }

    @Operation(summary = "Throw away what is not published")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable UUID id) {
        contributions.discard(id, currentReader.get());
    }

    private ContributionDetails seen(UUID id) {
        return reading.find(id, currentReader.get()).orElseThrow(() -> new UnknownContribution(id));
    }

    private StoredFile stored(MultipartFile file, Reader reader) throws IOException {
        String name = file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            return intake.take(content, name == null || name.isBlank() ? "document" : name, reader);
        }
    }

    private static String withoutEnding(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
