package org.safercommunities.portal.library.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.QuarantinedFiles;
import org.safercommunities.portal.library.UnknownDocument;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/documents/{id}/versions/{number}")
@Tag(name = "Documents")
class QuarantineApi {

    private final QuarantinedFiles files;
    private final Documents documents;
    private final CurrentReader currentReader;

    QuarantineApi(QuarantinedFiles files, Documents documents, CurrentReader currentReader) {
        this.files = files;
        this.documents = documents;
        this.currentReader = currentReader;
    }

    /**
     * @param sha256 of the file that is meant: whoever says it has looked at what they release
     * @param reason why it is safe
     */
    record Release(@Nullable String sha256, @Nullable String reason) {}

    @Operation(
            summary = "Release a file that the virus scanner held back (editors)",
            description =
                    "sha256 repeats that of the version, so that nothing is released by mistake; reason stays in the trail")
    @PostMapping("/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@PathVariable UUID id, @PathVariable int number, @RequestBody Release said) {
        Reader reader = currentReader.get();
        String sha256 = documents.find(id, reader).orElseThrow(() -> new UnknownDocument(id)).versions().stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> new UnknownDocument(id))
                .sha256();
        if (!sha256.equals(said.sha256())) {
            throw new InvalidDocument("sha256", "Repeat the sha256 of the version that you release.");
        }
        files.release(id, number, said.reason() == null ? "" : said.reason(), reader);
    }

    @Operation(summary = "Have a file that is held back scanned again (editors)")
    @PostMapping("/scan")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void scan(@PathVariable UUID id, @PathVariable int number) {
        files.scanAgain(id, number, currentReader.get());
    }

    @Operation(summary = "Delete a file for good that the virus scanner refused (editors)")
    @DeleteMapping("/file")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id, @PathVariable int number) {
        files.delete(id, number, currentReader.get());
    }
}
