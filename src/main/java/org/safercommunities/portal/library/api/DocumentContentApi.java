package org.safercommunities.portal.library.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.library.Downloads;
import org.safercommunities.portal.library.PageAnswers;
import org.safercommunities.portal.storage.NoPreview;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Documents")
class DocumentContentApi {

    private final Downloads downloads;
    private final PageAnswers pages;
    private final CurrentReader currentReader;

    DocumentContentApi(Downloads downloads, PageAnswers pages, CurrentReader currentReader) {
        this.downloads = downloads;
        this.pages = pages;
        this.currentReader = currentReader;
    }

    @Operation(summary = "The bytes, in ranges when asked")
    @GetMapping("/api/v1/documents/{id}/content")
    ResponseEntity<Resource> content(
            @PathVariable UUID id, @RequestParam @Nullable Integer version, HttpServletRequest request)
            throws IOException {
        return downloads.answer(id, version, "api", false, Downloads.Request.of(request), currentReader.get());
    }

    @Operation(summary = "A page as PNG, from 1; where there is none, the answer says why")
    @GetMapping("/api/v1/documents/{id}/pages/{page}")
    ResponseEntity<Resource> page(
            @PathVariable UUID id,
            @PathVariable int page,
            @RequestParam @Nullable Integer version,
            @RequestParam(defaultValue = "1200") int width)
            throws NoPreview {
        return pages.ofDocument(id, version, page, width, currentReader.get());
    }
}
