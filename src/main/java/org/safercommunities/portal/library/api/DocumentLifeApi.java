package org.safercommunities.portal.library.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.DocumentHistory;
import org.safercommunities.portal.library.DocumentLife;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.EarlierVersions;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.OwnedDocuments;
import org.safercommunities.portal.library.UnknownDocument;
import org.safercommunities.portal.library.WhoSees;
import org.safercommunities.portal.shared.StrictJson;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The steps of a document's life after publication. */
@RestController
@RequestMapping("/api/v1/documents/{id}")
@Tag(name = "Documents")
class DocumentLifeApi {

    private static final int MOST = 200;

    private final DocumentLife life;
    private final OwnedDocuments owned;
    private final EarlierVersions earlier;
    private final DocumentHistory history;
    private final Documents documents;
    private final DocumentJsons jsons;
    private final WhoSees whoSees;
    private final PersonList people;
    private final CurrentReader currentReader;

    DocumentLifeApi(
            DocumentLife life,
            OwnedDocuments owned,
            EarlierVersions earlier,
            DocumentHistory history,
            Documents documents,
            DocumentJsons jsons,
            WhoSees whoSees,
            PersonList people,
            CurrentReader currentReader) {
        this.life = life;
        this.owned = owned;
        this.earlier = earlier;
        this.history = history;
        this.documents = documents;
        this.jsons = jsons;
        this.whoSees = whoSees;
        this.people = people;
        this.currentReader = currentReader;
    }

    @Operation(summary = "Withdraw a document (editors): its place tells its readers why, and what to use instead")
    @PostMapping("/withdraw")
    DocumentJson withdraw(@PathVariable UUID id, @RequestBody(required = false) @Nullable String body) {
        Reader reader = currentReader.get();
        Withdraw said = read(body, Withdraw.class, new Withdraw(null, null));
        life.withdraw(id, said.reason() == null ? "" : said.reason(), said.instead(), reader);
        return json(id, reader);
    }

    @Operation(summary = "Put a withdrawn document back (editors)")
    @PostMapping("/reinstate")
    DocumentJson reinstate(@PathVariable UUID id) {
        Reader reader = currentReader.get();
        life.reinstate(id, reader);
        return json(id, reader);
    }

    @Operation(summary = "Say that it still holds (its owner, editors), and by when to look again")
    @PostMapping("/reviewed")
    DocumentJson reviewed(@PathVariable UUID id, @RequestBody(required = false) @Nullable String body) {
        Reader reader = currentReader.get();
        life.reviewed(id, read(body, Reviewed.class, new Reviewed(null)).reviewOn(), reader);
        return json(id, reader);
    }

    @Operation(
            summary =
                    "Give a document that you answer for to a colleague (its owner, who coordinates an agency): {\"owner\": e-mail address}."
                            + " Editors change owner with PATCH.")
    @PostMapping("/owner")
    DocumentJson handOn(@PathVariable UUID id, @RequestBody String body) {
        Reader reader = currentReader.get();
        String owner = StrictJson.read(body, HandOn.class, InvalidDocument::new).owner();
        owned.handOn(id, owner == null ? "" : owner, reader);
        return json(id, reader);
    }

    @Operation(summary = "Go back to an earlier version (editors): its file becomes the current one, as a new version")
    @PostMapping("/versions/{number}/restore")
    @ResponseStatus(HttpStatus.CREATED)
    DocumentJson restore(@PathVariable UUID id, @PathVariable int number) {
        Reader reader = currentReader.get();
        earlier.restore(id, number, reader);
        return json(id, reader);
    }

    @Operation(summary = "Who changed what (editors), newest first")
    @GetMapping("/history")
    Changes history(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        if (page < 0 || size < 1 || size > MOST) {
            throw new InvalidDocument("size", "Pages count from 0; a page has 1 to %d changes".formatted(MOST));
        }
        Reader reader = currentReader.get();
        return new Changes(
                history.of(id, page * size, size, reader).stream()
                        .map(change -> new Change(
                                DocumentJsons.time(change.at()),
                                change.by(),
                                change.what().name(),
                                change.before(),
                                change.after()))
                        .toList(),
                history.count(id, reader));
    }

    @Operation(summary = "Whether somebody sees it, and why (editors)")
    @GetMapping("/who-sees")
    Seen whoSees(@PathVariable UUID id, @RequestParam String person) {
        Reader reader = currentReader.get();
        // Before the person is looked up: whether they are here is not for others to learn
        if (documents.find(id, reader).isEmpty()) {
            throw new UnknownDocument(id);
        }
        WhoSees.Why why = whoSees.ask(
                id,
                () -> people.findByEmail(person)
                        .map(PersonSummary::id)
                        .orElseThrow(() ->
                                new InvalidDocument("person", "Nobody here has the address “%s”".formatted(person))),
                reader);
        boolean sees = why.answer() == WhoSees.Answer.SEES;
        return new Seen(sees, sees ? why.why().name() : why.answer().name());
    }

    private DocumentJson json(UUID id, Reader reader) {
        return jsons.of(documents.find(id, reader).orElseThrow(() -> new UnknownDocument(id)), reader);
    }

    private static <T> T read(@Nullable String body, Class<T> type, T nothing) {
        return body == null || body.isBlank()
                ? nothing
                : StrictJson.read(body, type, (field, sentence) -> new InvalidDocument(field, sentence));
    }

    record Withdraw(@Nullable String reason, @Nullable UUID instead) {}

    record Reviewed(@Nullable LocalDate reviewOn) {}

    record HandOn(@Nullable String owner) {}

    record Changes(List<Change> items, int total) {}

    record Change(OffsetDateTime at, @Nullable String by, String what, String before, String after) {}

    /** @param why the reason in a word, of seeing it or of not */
    record Seen(boolean sees, String why) {}
}
