package org.safercommunities.portal.bulletins.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.bulletins.BulletinKind;
import org.safercommunities.portal.bulletins.ImportReport;
import org.safercommunities.portal.bulletins.SubscriberImport;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/subscribers/import")
@Tag(name = "Subscribers")
class SubscribersApi {

    private static final String SUMMARY =
            "Put on people who have agreed to get bulletins (editors): email,name,agency,topics, at most 20,000 lines and 4 MB. By"
                    + " calling it you attest that they agreed; say how in basis. Answers row by row. Nobody who has"
                    + " unsubscribed is brought back. kind: left out, both.";
    private static final String ATTESTED = "Attested by the member of staff who sent the list over the API";

    private final SubscriberImport subscriberImport;
    private final CurrentReader currentReader;

    SubscribersApi(SubscriberImport subscriberImport, CurrentReader currentReader) {
        this.subscriberImport = subscriberImport;
        this.currentReader = currentReader;
    }

    @Operation(
            summary = SUMMARY,
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
    @PostMapping(consumes = {"text/csv", MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE})
    ImportReport take(
            HttpServletRequest request,
            @RequestParam(name = "kind", required = false) @Nullable List<BulletinKind> kinds,
            @RequestParam(required = false) @Nullable String basis)
            throws IOException {
        return taken(request.getInputStream(), kinds, basis);
    }

    @Operation(summary = SUMMARY)
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ImportReport takeFile(
            @RequestPart("file") MultipartFile file,
            @RequestParam(name = "kind", required = false) @Nullable List<BulletinKind> kinds,
            @RequestParam(required = false) @Nullable String basis)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            return taken(content, kinds, basis);
        }
    }

    private ImportReport taken(InputStream content, @Nullable List<BulletinKind> kinds, @Nullable String basis)
            throws IOException {
        Reader reader = currentReader.get();
        if (!reader.is(Role.EDITOR)) {
            throw new AccessDeniedException("Only editors look after subscribers");
        }
        Set<BulletinKind> wanted =
                kinds == null || kinds.isEmpty() ? EnumSet.allOf(BulletinKind.class) : EnumSet.copyOf(kinds);
        return subscriberImport.take(content, wanted, basis == null || basis.isBlank() ? ATTESTED : basis, reader);
    }
}
