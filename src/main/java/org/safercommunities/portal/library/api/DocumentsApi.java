package org.safercommunities.portal.library.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.DocumentDetails;
import org.safercommunities.portal.library.DocumentIsGone;
import org.safercommunities.portal.library.DocumentTerm;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.NotSigned;
import org.safercommunities.portal.library.UnknownDocument;
import org.safercommunities.portal.shared.Created;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

@RestController
@RequestMapping("/api/v1/documents")
@Tag(name = "Documents")
class DocumentsApi {

    private final Library library;
    private final Documents documents;
    private final FilesOfCalls files;
    private final Descriptions descriptions;
    private final DocumentJsons jsons;
    private final CurrentReader currentReader;

    DocumentsApi(
            Library library,
            Documents documents,
            FilesOfCalls files,
            Descriptions descriptions,
            DocumentJsons jsons,
            CurrentReader currentReader) {
        this.library = library;
        this.documents = documents;
        this.files = files;
        this.descriptions = descriptions;
        this.jsons = jsons;
        this.currentReader = currentReader;
    }

    @Operation(
            summary = "Put a document in (editors). Left out: audience is everyone, marking OFFICIAL, kind other.",
            description = "file may also be a text: the address of an upload of yours that has all its bytes")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<DocumentJson> add(
            @RequestPart(name = "file", required = false) @Nullable MultipartFile file,
            @RequestPart(name = "metadata", required = false) @Nullable String metadata,
            HttpServletRequest request)
            throws IOException, MissingServletRequestPartException {
        Reader reader = editor();
        FilesOfCalls.Given given = files.of(file, request, reader);
        DocumentMetadata said = descriptions.read(metadata);
        DocumentDescription description = descriptions.fresh(said, given.name());
        DocumentTerm term = descriptions.changed(DocumentTerm.of(reader.personId()), said);
        UUID id = given.into(stored -> library.draft(stored, description, term, reader));
        // Told before it is published: to a group its editor is not in, it is out of their own sight afterwards
        DocumentDetails draft = documents.find(id, reader).orElseThrow(() -> new UnknownDocument(id));
        if (!Boolean.TRUE.equals(said.draft())) {
            library.publish(id, reader);
        }
        return Created.below(id).body(withDuplicates(documents.find(id, reader).orElse(draft), reader));
    }

    private DocumentJson withDuplicates(DocumentDetails document, Reader reader) {
        return jsons.of(document, reader)
                .with(documents.withSameBytes(document.current().sha256(), reader).stream()
                        .filter(same -> !same.id().equals(document.id()))
                        .map(same -> new DocumentJson.Duplicate(same.id().toString(), same.title()))
                        .toList());
    }

    @Operation(
            summary = "One document, with its versions; for editors also who may see it and how often it was taken out")
    @GetMapping("/{id}")
    DocumentJson one(@PathVariable UUID id) {
        Reader reader = currentReader.get();
        return jsons.of(
                documents
                        .find(id, reader)
                        .orElseThrow(() -> documents
                                .gone(id, reader)
                                .<RuntimeException>map(DocumentIsGone::new)
                                .orElseGet(() ->
                                        documents.withheld(id, reader) ? new NotSigned() : new UnknownDocument(id))),
                reader);
    }

    @Operation(summary = "Change what is said of a document (editors). draft: false publishes it.")
    @PatchMapping(
            path = "/{id}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    DocumentJson change(@PathVariable UUID id, @RequestBody String body) {
        Reader reader = currentReader.get();
        DocumentDetails before = documents.find(id, reader).orElseThrow(() -> new UnknownDocument(id));
        // Before anything said is looked up: what is wrong with it would tell others who is here
        editor();
        DocumentMetadata said = descriptions.readChange(body);
        library.describe(
                id,
                descriptions.changed(before.description(), said),
                descriptions.changed(before.term(), said),
                reader);
        if (Boolean.FALSE.equals(said.draft())) {
            library.publish(id, reader);
        }
        return jsons.of(documents.find(id, reader).orElse(before), reader);
    }

    @Operation(summary = "Take a document out (editors); its trail stays")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        library.remove(id, currentReader.get());
    }

    @Operation(
            summary = "Give a document a new file (editors)",
            description = "file may also be a text: the address of an upload of yours that has all its bytes")
    @PostMapping(path = "/{id}/versions", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<DocumentJson> addVersion(
            @PathVariable UUID id,
            @RequestPart(name = "file", required = false) @Nullable MultipartFile file,
            @RequestPart(name = "note", required = false) @Nullable String note,
            HttpServletRequest request)
            throws IOException, MissingServletRequestPartException {
        Reader reader = currentReader.get();
        if (documents.find(id, reader).isEmpty()) {
            throw new UnknownDocument(id);
        }
        editor();
        int number = files.of(file, request, reader)
                .into(stored -> library.addVersion(id, stored, note == null ? "" : note, reader));
        return ResponseEntity.created(URI.create("/api/v1/documents/%s/content?version=%d".formatted(id, number)))
                .body(withDuplicates(documents.find(id, reader).orElseThrow(() -> new UnknownDocument(id)), reader));
    }

    private Reader editor() {
        Reader reader = currentReader.get();
        if (!reader.is(Role.EDITOR)) {
            throw new AccessDeniedException("Only editors put documents in");
        }
        return reader;
    }
}
