package org.safercommunities.portal.library.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.uploads.Upload;
import org.safercommunities.portal.library.uploads.Uploads;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Files in pieces, by <a href="https://tus.io/protocols/resumable-upload">tus 1.0</a>: over the API with a token, and for the
 * portal’s own pages with their session. The second door needs no token against forged requests: every call but OPTIONS carries a
 * header that no page elsewhere can send.
 */
@RestController
@RequestMapping({"/api/v1/uploads", "/files/uploads"})
@Tag(name = "Uploads", description = "Files of any size in pieces, by tus 1.0. Your own uploads only.")
class UploadsApi {

    private final Uploads uploads;
    private final CurrentReader currentReader;

    UploadsApi(Uploads uploads, CurrentReader currentReader) {
        this.uploads = uploads;
        this.currentReader = currentReader;
    }

    @Operation(summary = "Which version and extensions of tus are spoken here, and the largest file")
    @RequestMapping(
            path = {"", "/{id}"},
            method = RequestMethod.OPTIONS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void options(HttpServletResponse response) {
        TusHeaders.options(response, uploads.largest());
    }

    @Operation(
            summary = "Begin an upload, with its first bytes if you like",
            description =
                    "Upload-Length says how many bytes there will be; Upload-Metadata has filename, and may have filetype,"
                            + " lastModified, purpose (held, draft, version with document, offer) and key: said again with the same key, the"
                            + " call finds the upload it began. Location is where to send the rest, and stands for file in POST"
                            + " /documents and POST /documents/{id}/versions.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        TusHeaders.greet(request, response);
        Reader reader = currentReader.get();
        long length = TusHeaders.length(request);
        boolean withBytes = request.getContentType() != null && request.getContentLengthLong() != 0;
        if (withBytes) {
            TusHeaders.requireBytes(request);
        }
        Upload upload = uploads.begin(length, request.getHeader("Upload-Metadata"), reader);
        response.setHeader("Location", request.getRequestURI() + "/" + upload.id());
        TusHeaders.standing(response, upload);
        if (withBytes && upload.received() == 0) {
            TusHeaders.standing(response, received(upload.id(), 0, request, reader));
        }
    }

    @Operation(summary = "How much of it is here. A piece on its way is ended: go on from what this says")
    @RequestMapping(path = "/{id}", method = RequestMethod.HEAD)
    void standing(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        TusHeaders.greet(request, response);
        Upload upload = uploads.standing(id, currentReader.get());
        TusHeaders.standing(response, upload);
        TusHeaders.whole(response, upload);
    }

    @Operation(summary = "Add a piece to it, of any size; what came of one that broke off is kept")
    @PatchMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        TusHeaders.greet(request, response);
        TusHeaders.requireBytes(request);
        long from = TusHeaders.offset(request);
        TusHeaders.standing(response, received(id, from, request, currentReader.get()));
    }

    @Operation(summary = "End it, and delete what came of it")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        TusHeaders.greet(request, response);
        uploads.end(id, currentReader.get());
    }

    @Operation(summary = "PATCH or DELETE, named in X-HTTP-Method-Override, for clients that can only POST")
    @PostMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void instead(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String method = request.getHeader("X-HTTP-Method-Override");
        if ("PATCH".equals(method)) {
            add(id, request, response);
        } else if ("DELETE".equals(method)) {
            end(id, request, response);
        } else {
            response.setHeader("Tus-Resumable", TusHeaders.VERSION);
            throw new TusRefusal(
                    HttpStatus.METHOD_NOT_ALLOWED.value(),
                    "Call this address with PATCH, HEAD or DELETE, or name one of them in X-HTTP-Method-Override.");
        }
    }

    private Upload received(UUID id, long from, HttpServletRequest request, Reader reader) throws IOException {
        try (InputStream content = request.getInputStream()) {
            return uploads.receive(
                    id, from, request.getContentLengthLong(), TusHeaders.checksum(request), content, reader);
        }
    }
}
