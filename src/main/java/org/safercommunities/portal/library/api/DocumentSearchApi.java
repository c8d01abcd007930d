package org.safercommunities.portal.library.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.audit.SearchCounts;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.use.SearchesInVain;
import org.safercommunities.portal.search.Facet;
import org.safercommunities.portal.search.Search;
import org.safercommunities.portal.search.SearchEntry;
import org.safercommunities.portal.search.SearchHit;
import org.safercommunities.portal.search.SearchQuery;
import org.safercommunities.portal.search.SearchResults;
import org.safercommunities.portal.search.Sorting;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Documents")
class DocumentSearchApi {

    private static final int MOST = 200;

    private final Search search;
    private final SearchesInVain inVain;
    private final SearchCounts counts;
    private final CurrentReader currentReader;

    DocumentSearchApi(Search search, SearchesInVain inVain, SearchCounts counts, CurrentReader currentReader) {
        this.search = search;
        this.inVain = inVain;
        this.counts = counts;
        this.currentReader = currentReader;
    }

    @Operation(
            summary =
                    "Search what you may see. sort: relevance, newest, oldest, title. Several topics mean any of them.")
    @GetMapping("/api/v1/documents")
    Found find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") Set<String> topic,
            @RequestParam(defaultValue = "") Set<String> kind,
            @RequestParam(defaultValue = "") Set<String> agency,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        if (page < 0 || size < 1 || size > MOST) {
            throw new InvalidDocument("size", "Pages count from 0; a page has 1 to %d documents".formatted(MOST));
        }
        SearchResults results = search.search(
                SearchQuery.of(q)
                        .with(Facet.SOURCE, "documents")
                        .with(Facet.TOPIC, topic)
                        .with(Facet.KIND, kind)
                        .with(Facet.AGENCY, agency)
                        .between(from, to)
                        .sortedBy(sorting(sort))
                        .page(page, size),
                currentReader.get());
        currentReader.personId().ifPresent(counts::searched);
        if (results.total() == 0) {
            inVain.note(q);
        }
        Map<String, List<Count>> facets = new LinkedHashMap<>();
        for (Facet facet : List.of(Facet.TOPIC, Facet.KIND, Facet.AGENCY, Facet.YEAR)) {
            facets.put(
                    facet.name().toLowerCase(java.util.Locale.ROOT),
                    results.facet(facet).stream()
                            .map(value -> new Count(value.value(), value.count()))
                            .toList());
        }
        return new Found(
                results.hits().stream().map(DocumentSearchApi::item).toList(),
                results.total(),
                facets,
                results.alsoSearched());
    }

    private static Sorting sorting(String sort) {
        return switch (sort) {
            case "", "relevance", "best" -> Sorting.BEST_MATCH;
            case "newest" -> Sorting.NEWEST;
            case "oldest" -> Sorting.OLDEST;
            case "title" -> Sorting.TITLE;
            default -> throw new InvalidDocument("sort", "Sort by relevance, newest, oldest or title");
        };
    }

    private static Item item(SearchHit hit) {
        Map<String, String> facts = hit.facts();
        String published = facts.get(SearchEntry.PUBLISHED);
        return new Item(
                hit.id().toString(),
                hit.titleText(),
                hit.snippetText(),
                hit.kind(),
                hit.topics().stream().sorted().toList(),
                hit.agency(),
                facts.get(SearchEntry.MARKING),
                published == null ? null : DocumentJsons.time(java.time.Instant.parse(published)),
                facts.get(SearchEntry.MEDIA_TYPE),
                Long.parseLong(facts.getOrDefault(SearchEntry.SIZE, "0")),
                Integer.parseInt(facts.getOrDefault(SearchEntry.VERSION, "1")));
    }

    record Found(List<Item> items, long total, Map<String, List<Count>> facets, List<String> alsoSearched) {}

    record Count(String value, long count) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String id,
            String title,
            String snippet,
            String kind,
            List<String> topics,
            @Nullable String agency,
            @Nullable String marking,
            @Nullable OffsetDateTime published,
            @Nullable String mediaType,
            long size,
            int version) {}
}
