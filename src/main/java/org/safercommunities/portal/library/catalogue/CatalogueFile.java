package org.safercommunities.portal.library.catalogue;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue as a file, for the pages by session and for programs with a token. */
@RestController
class CatalogueFile {

    private final Catalogue catalogue;
    private final CurrentReader currentReader;

    CatalogueFile(Catalogue catalogue, CurrentReader currentReader) {
        this.catalogue = catalogue;
        this.currentReader = currentReader;
    }

    @io.swagger.v3.oas.annotations.Operation(
            summary =
                    "Every document you may see as one table (editors); PATCH takes it back with the cells you changed")
    @io.swagger.v3.oas.annotations.tags.Tag(name = "Documents")
    @GetMapping({"/files/library/catalogue.csv", "/api/v1/documents.csv"})
    void catalogue(HttpServletResponse response) throws IOException {
        Reader reader = currentReader.get();
        Catalogue.unlessEditor(reader);
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"catalogue.csv\"");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Accel-Buffering", "no");
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            catalogue.write(out, reader);
        }
    }
}
