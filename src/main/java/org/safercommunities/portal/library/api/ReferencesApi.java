package org.safercommunities.portal.library.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.DocumentTerm;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.UnknownDocument;
import org.safercommunities.portal.library.catalogue.BulkChange;
import org.safercommunities.portal.library.catalogue.DocumentReferences;
import org.safercommunities.portal.library.catalogue.DocumentReferences.Kept;
import org.safercommunities.portal.library.catalogue.DocumentReferences.Outcome;
import org.safercommunities.portal.library.catalogue.DocumentReferences.Sent;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** For programs that bring documents from elsewhere, and may be stopped at any moment. */
@RestController
@Tag(name = "Documents")
class ReferencesApi {

    private final DocumentReferences references;
    private final FilesOfCalls files;
    private final Descriptions descriptions;
    private final CurrentReader currentReader;

    ReferencesApi(
            DocumentReferences references, FilesOfCalls files, Descriptions descriptions, CurrentReader currentReader) {
        this.references = references;
        this.files = files;
        this.descriptions = descriptions;
        this.currentReader = currentReader;
    }

    @Operation(
            summary = "Bring a document from elsewhere (editors): the same reference again adds no second one",
            description =
                    "reference: what it is called there, at most 600 characters. sha256: of the file. Without a file it answers"
                            + " FILE_WANTED when the bytes are not here yet. A changed file becomes a new version, changed metadata a changed"
                            + " description; what people changed in the portal stays while neither changes.")
    @PutMapping(path = "/api/v1/documents/by-reference", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Brought bring(
            @RequestParam String reference,
            @RequestParam String sha256,
            @RequestParam(required = false) @Nullable String name,
            @RequestPart(name = "file", required = false) @Nullable MultipartFile file,
            @RequestPart(name = "metadata", required = false) @Nullable String metadata,
            HttpServletRequest request)
            throws IOException, MissingServletRequestPartException {
        Reader reader = currentReader.get();
        if (!reader.is(Role.EDITOR)) {
            throw new AccessDeniedException("Only editors put documents in");
        }
        DocumentMetadata said = descriptions.read(metadata);
        boolean withFile = file != null || request.getParameter("file") != null;
        FilesOfCalls.@Nullable Given given = withFile ? files.of(file, request, reader) : null;
        String fileName = given != null ? given.name() : name == null ? reference : name;
        Sent sent = new Sent(
                reference,
                sha256,
                metadata == null ? "" : metadata,
                said.draft(),
                descriptions.fresh(said, fileName),
                descriptions.changed(DocumentTerm.of(reader.personId()), said),
                BulkChange.of(
                        before -> descriptions.changed(before, said), before -> descriptions.changed(before, said)));
        if (given == null && references.wantsFile(reference, sha256, reader)) {
            return new Brought(null, Outcome.FILE_WANTED, null);
        }
        Kept kept = given == null
                ? references.keep(sent, null, reader)
                : given.into(stored -> references.keep(sent, stored, reader));
        return new Brought(kept.document(), kept.outcome(), published(reference, reader));
    }

    private @Nullable String published(String reference, Reader reader) {
        try {
            references.publishIfWanted(reference, reader);
            return null;
        } catch (InvalidDocument missing) {
            return "It is kept as a draft: " + missing.getMessage();
        } catch (UnknownDocument gone) {
            return "It was removed, or is for a group that you are not in";
        }
    }

    /** @param note what is still missing before it can be published */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Brought(
            @Nullable UUID id, Outcome outcome, @Nullable String note) {}
}
