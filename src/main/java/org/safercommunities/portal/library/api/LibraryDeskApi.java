package org.safercommunities.portal.library.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.DeskList;
import org.safercommunities.portal.library.Disposals;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.library.DocumentDesk;
import org.safercommunities.portal.library.InvalidDocument;
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

/** What waits for an editor, and the end of retention. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Library desk")
class LibraryDeskApi {

    private static final int MOST = 200;

    private final DocumentDesk desk;
    private final Disposals disposals;
    private final CurrentReader currentReader;

    LibraryDeskApi(DocumentDesk desk, Disposals disposals, CurrentReader currentReader) {
        this.desk = desk;
        this.disposals = disposals;
        this.currentReader = currentReader;
    }

    @Operation(
            summary =
                    "What waits for an editor. list: drafts, scheduled, review, captions, expired, withdrawn, disposal")
    @GetMapping("/library/desk")
    Waiting desk(
            @RequestParam(defaultValue = "drafts") String list,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        Reader reader = currentReader.get();
        DeskList wanted = list(list);
        unlessPage(page, size);
        return new Waiting(
                desk.of(wanted, page * size, size, reader).stream()
                        .map(LibraryDeskApi::item)
                        .toList(),
                desk.counts(reader).getOrDefault(wanted, 0));
    }

    @Operation(summary = "Approve that a document is deleted for good, once its retention has ended (editors)")
    @PostMapping("/documents/{id}/dispose")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dispose(@PathVariable UUID id) {
        disposals.approve(id, currentReader.get());
    }

    @Operation(summary = "Keep a document longer than was planned, and say why (editors)")
    @PostMapping("/documents/{id}/keep")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@PathVariable UUID id, @RequestBody String body) {
        Reader reader = currentReader.get();
        disposals.unlessOnRecord(id, reader);
        Keep said = StrictJson.read(body, Keep.class, (field, sentence) -> new InvalidDocument(field, sentence));
        LocalDate until = said.disposeOn();
        if (until == null) {
            throw new InvalidDocument("disposeOn", "Say until when it is kept");
        }
        disposals.keepUntil(id, until, said.retentionBasis() == null ? "" : said.retentionBasis(), reader);
    }

    @Operation(summary = "The records of documents that were deleted for good (editors), newest first")
    @GetMapping("/library/disposals")
    Records records(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
        unlessPage(page, size);
        Reader reader = currentReader.get();
        return new Records(
                disposals.records(page * size, size, reader).stream()
                        .map(record -> new RecordJson(
                                record.document().toString(),
                                record.title(),
                                record.kind(),
                                record.agency(),
                                record.dueOn(),
                                record.basis(),
                                record.files(),
                                record.bytes(),
                                record.approvedBy(),
                                DocumentJsons.time(record.approvedAt())))
                        .toList(),
                disposals.countRecords(reader));
    }

    private static DeskList list(String name) {
        return Arrays.stream(DeskList.values())
                .filter(list -> list.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new InvalidDocument(
                        "list",
                        "Ask for one of: "
                                + Arrays.stream(DeskList.values())
                                        .map(list -> list.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))));
    }

    private static void unlessPage(int page, int size) {
        if (page < 0 || size < 1 || size > MOST) {
            throw new InvalidDocument("size", "Pages count from 0; a page has 1 to %d entries".formatted(MOST));
        }
    }

    private static Item item(DocumentCard card) {
        return new Item(
                card.id().toString(),
                card.title(),
                card.kind(),
                card.agency(),
                card.marking().label(),
                card.state().name(),
                card.visibleFrom() == null ? null : DocumentJsons.time(card.visibleFrom()),
                card.visibleUntil() == null ? null : DocumentJsons.time(card.visibleUntil()),
                card.reviewOn(),
                card.disposeOn());
    }

    record Waiting(List<Item> items, int total) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String id,
            String title,
            String kind,
            String agency,
            String marking,
            String state,
            @Nullable OffsetDateTime visibleFrom,
            @Nullable OffsetDateTime visibleUntil,
            @Nullable LocalDate reviewOn,
            @Nullable LocalDate disposeOn) {}

    record Keep(@Nullable LocalDate disposeOn, @Nullable String retentionBasis) {}

    record Records(List<RecordJson> items, int total) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecordJson(
            String id,
            String title,
            String kind,
            String agency,
            LocalDate dueOn,
            String basis,
            int files,
            long bytes,
            @Nullable String approvedBy,
            OffsetDateTime approvedAt) {}
}
