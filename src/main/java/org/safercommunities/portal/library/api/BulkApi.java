package org.safercommunities.portal.library.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Audiences;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.catalogue.BulkChange;
import org.safercommunities.portal.library.catalogue.BulkChoice;
import org.safercommunities.portal.library.catalogue.BulkEdit;
import org.safercommunities.portal.library.catalogue.BulkReport;
import org.safercommunities.portal.library.catalogue.CatalogueEdit;
import org.safercommunities.portal.library.catalogue.CatalogueTable;
import org.safercommunities.portal.library.catalogue.DescriptionChange;
import org.safercommunities.portal.search.Facet;
import org.safercommunities.portal.search.SearchQuery;
import org.safercommunities.portal.shared.StrictJson;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Many documents changed together. */
@RestController
@Tag(name = "Documents")
class BulkApi {

    private final BulkEdit edit;
    private final BulkChoice choice;
    private final CatalogueEdit catalogue;
    private final Descriptions descriptions;
    private final CurrentReader currentReader;

    BulkApi(
            BulkEdit edit,
            BulkChoice choice,
            CatalogueEdit catalogue,
            Descriptions descriptions,
            CurrentReader currentReader) {
        this.edit = edit;
        this.choice = choice;
        this.catalogue = catalogue;
        this.descriptions = descriptions;
        this.currentReader = currentReader;
    }

    @Operation(
            summary = "Change many documents alike (editors), each for itself: answers what became of each",
            description =
                    "ids, or query as in GET /documents. change: what is said as in PATCH /documents/{id}, and addTopics,"
                            + " removeTopics, addAudience, publish, withdraw with the reason, remove. dryRun: nothing is changed, only"
                            + " told what would be.")
    @PostMapping("/api/v1/documents/bulk")
    BulkReport change(@RequestBody String body, @RequestParam(defaultValue = "false") boolean dryRun) {
        Reader reader = editor();
        Asked asked = StrictJson.read(body, Asked.class, (field, sentence) -> new InvalidDocument(field, sentence));
        if ((asked.ids() == null) == (asked.query() == null) || asked.change() == null) {
            throw new InvalidDocument("ids", "Send a change, and either ids or a query");
        }
        List<UUID> ids = asked.ids() != null ? asked.ids() : found(asked.query(), reader);
        DocumentMetadata plain = asked.change().plain().clearing(StrictJson.nulls(body, "change"));
        return edit.change(ids, change(asked.change(), plain), dryRun, BulkEdit.Watch.NOBODY, reader);
    }

    @Operation(
            summary =
                    "Take the catalogue back (editors): of each document, by its id, the cells that differ are changed",
            description =
                    "The table of GET /documents.csv, with any of its columns and lines. dryRun: nothing is changed, only told"
                            + " what would be.")
    @PatchMapping(
            path = "/api/v1/documents.csv",
            consumes = {"text/csv", MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE})
    CatalogueEdit.Taken table(HttpServletRequest request, @RequestParam(defaultValue = "false") boolean dryRun)
            throws IOException {
        Reader reader = editor();
        byte[] bytes = request.getInputStream().readNBytes(CatalogueTable.MOST_BYTES + 1);
        if (bytes.length > CatalogueTable.MOST_BYTES) {
            throw new InvalidDocument("file", "Send at most 64 MB at once: split the table");
        }
        return catalogue.take(bytes, dryRun, BulkEdit.Watch.NOBODY, reader);
    }

    private List<UUID> found(Query query, Reader reader) {
        return choice.found(
                        SearchQuery.of(query.q() == null ? "" : query.q())
                                .with(Facet.TOPIC, orNone(query.topic()))
                                .with(Facet.KIND, orNone(query.kind()))
                                .with(Facet.AGENCY, orNone(query.agency())),
                        reader)
                .ids();
    }

    private BulkChange change(Change said, DocumentMetadata plain) {
        Set<String> added = orNone(said.addTopics());
        Set<String> removed = orNone(said.removeTopics());
        DescriptionChange more = new DescriptionChange(
                added, removed, said.addAudience() == null ? null : descriptions.audience(said.addAudience()));
        return new BulkChange(
                before -> more.apply(descriptions.changed(before, plain)),
                before -> descriptions.changed(before, plain),
                Boolean.TRUE.equals(said.publish()),
                said.withdraw(),
                Boolean.TRUE.equals(said.remove()));
    }

    private Reader editor() {
        Reader reader = currentReader.get();
        if (!reader.is(Role.EDITOR)) {
            throw new AccessDeniedException("Only editors change documents");
        }
        return reader;
    }

    private static Set<String> orNone(@Nullable List<String> values) {
        return values == null ? Set.of() : new HashSet<>(values);
    }

    record Asked(
            @Nullable List<UUID> ids,
            @Nullable Query query,
            @Nullable Change change) {}

    record Query(
            @Nullable String q,
            @Nullable List<String> topic,
            @Nullable List<String> kind,
            @Nullable List<String> agency) {}

    record Change(
            @Nullable List<String> addTopics,
            @Nullable List<String> removeTopics,
            @Nullable String kind,
            @Nullable String marking,
            @Nullable String handling,
            Audiences.@Nullable Written audience,
            Audiences.@Nullable Written addAudience,
            @Nullable String owner,
            java.time.@Nullable LocalDate reviewOn,
            java.time.@Nullable OffsetDateTime visibleFrom,
            java.time.@Nullable OffsetDateTime visibleUntil,
            java.time.@Nullable LocalDate disposeOn,
            @Nullable String retentionBasis,
            @Nullable List<String> clear,
            @Nullable Boolean publish,
            @Nullable String withdraw,
            @Nullable Boolean remove) {

        DocumentMetadata plain() {
            return new DocumentMetadata(
                    null,
                    kind,
                    null,
                    marking,
                    handling,
                    audience,
                    null,
                    reviewOn,
                    null,
                    owner,
                    visibleFrom,
                    visibleUntil,
                    disposeOn,
                    retentionBasis,
                    clear);
        }
    }
}
