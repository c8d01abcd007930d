package org.safercommunities.portal.library.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.library.following.InvalidFollowing;
import org.safercommunities.portal.library.following.SavedSearch;
import org.safercommunities.portal.library.following.SavedSearches;
import org.safercommunities.portal.shared.Created;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.StrictJson;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller’s saved searches. */
@RestController
@RequestMapping("/api/v1/saved-searches")
@Tag(name = "Following")
class SavedSearchesApi {

    private static final String UNKNOWN = "There is no such search of yours. Look at the list of your saved searches.";

    private final SavedSearches searches;
    private final CurrentReader currentReader;

    SavedSearchesApi(SavedSearches searches, CurrentReader currentReader) {
        this.searches = searches;
        this.currentReader = currentReader;
    }

    record Found(List<Item> items, int total) {}

    record Item(UUID id, String name, String query, boolean documentsOnly, String path, OffsetDateTime created) {

        static Item of(SavedSearch search) {
            return new Item(
                    search.id(),
                    search.name(),
                    search.query(),
                    search.documentsOnly(),
                    search.path(),
                    search.created().atZone(Dates.KENT).toOffsetDateTime());
        }
    }

    /** @param documentsOnly left out: true */
    record Wish(
            @Nullable String name,
            @Nullable String query,
            @Nullable Boolean documentsOnly) {}

    @Operation(summary = "Your saved searches")
    @GetMapping
    Found list() {
        List<Item> items =
                searches.all(currentReader.get()).stream().map(Item::of).toList();
        return new Found(items, items.size());
    }

    @Operation(
            summary =
                    "Save a search, as the address of the library’s page has it: {\"name\": \"Lighting\", \"query\":"
                            + " \"q=lighting&topic=road-safety\"}. You are told of documents published from now on that fit it.")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Item> save(@RequestBody String body) {
        Wish said = StrictJson.read(body, Wish.class, InvalidFollowing::new);
        SavedSearch saved = searches.save(
                Objects.requireNonNullElse(said.name(), ""),
                Objects.requireNonNullElse(said.query(), ""),
                !Boolean.FALSE.equals(said.documentsOnly()),
                currentReader.get());
        return Created.below(saved.id()).body(Item.of(saved));
    }

    @Operation(summary = "Give one of your saved searches another name")
    @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> rename(@PathVariable UUID id, @RequestBody String body) {
        record Named(@Nullable String name) {}
        Named said = StrictJson.read(body, Named.class, InvalidFollowing::new);
        if (searches.find(id, currentReader.get()).isEmpty()) {
            return unknown();
        }
        searches.rename(id, Objects.requireNonNullElse(said.name(), ""), currentReader.get());
        return ResponseEntity.of(searches.find(id, currentReader.get()).map(Item::of));
    }

    @Operation(summary = "Delete one of your saved searches")
    @DeleteMapping("/{id}")
    ResponseEntity<?> delete(@PathVariable UUID id) {
        return searches.delete(id, currentReader.get())
                ? ResponseEntity.noContent().build()
                : unknown();
    }

    private static ResponseEntity<?> unknown() {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, UNKNOWN))
                .build();
    }
}
