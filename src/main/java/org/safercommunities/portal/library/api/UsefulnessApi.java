package org.safercommunities.portal.library.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.DocumentDetails;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.UnknownDocument;
import org.safercommunities.portal.library.use.InvalidUse;
import org.safercommunities.portal.library.use.Usefulness;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.StrictJson;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whether a document was useful. */
@RestController
@RequestMapping("/api/v1/documents/{id}/usefulness")
@Tag(name = "Documents")
class UsefulnessApi {

    private final Usefulness usefulness;
    private final Documents documents;
    private final CurrentReader currentReader;

    UsefulnessApi(Usefulness usefulness, Documents documents, CurrentReader currentReader) {
        this.usefulness = usefulness;
        this.documents = documents;
        this.currentReader = currentReader;
    }

    record Wish(@Nullable Boolean useful, @Nullable String comment) {}

    /**
     * @param useful your own answer; left out when you have given none
     * @param readers what all readers say; only for the owner and editors
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            @Nullable Boolean useful,
            @Nullable String comment,
            @Nullable Readers readers) {}

    record Readers(int useful, int notUseful, List<Said> comments) {}

    record Said(String name, boolean useful, String comment, int version, OffsetDateTime at) {}

    @Operation(summary = "Your answer; for the document’s owner and editors also what all readers say")
    @GetMapping
    Shown shown(@PathVariable UUID id) {
        Reader reader = currentReader.get();
        DocumentDetails document = documents.find(id, reader).orElseThrow(() -> new UnknownDocument(id));
        Readers readers = Usefulness.isFor(document, reader) ? readers(usefulness.opinion(id, reader)) : null;
        return usefulness
                .own(id, reader)
                .map(answer -> new Shown(answer.useful(), answer.comment(), readers))
                .orElse(new Shown(null, null, readers));
    }

    @Operation(
            summary =
                    "Say whether it was useful: {\"useful\": true, \"comment\": \"…\"}. Your name stands beside a comment; the"
                            + " document’s owner and the editors who may see it read it. Replaces what you said before.")
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Shown answer(@PathVariable UUID id, @RequestBody String body) {
        Reader reader = currentReader.get();
        if (documents.find(id, reader).isEmpty()) {
            throw new UnknownDocument(id);
        }
        Wish said = StrictJson.read(body, Wish.class, InvalidUse::new);
        if (said.useful() == null) {
            throw new InvalidUse("useful", "Say true or false at “useful”");
        }
        usefulness.answer(id, said.useful(), Objects.requireNonNullElse(said.comment(), ""), reader);
        return shown(id);
    }

    @Operation(summary = "Take your answer back, and what you wrote with it")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable UUID id) {
        usefulness.takeBack(id, currentReader.get());
    }

    private static Readers readers(Usefulness.Opinion opinion) {
        return new Readers(
                opinion.useful(),
                opinion.notUseful(),
                opinion.comments().stream()
                        .map(comment -> new Said(
                                comment.name(),
                                comment.useful(),
                                comment.comment(),
                                comment.number(),
                                comment.at().atZone(Dates.KENT).toOffsetDateTime()))
                        .toList());
    }
}
