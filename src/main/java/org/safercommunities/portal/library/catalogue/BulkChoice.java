package org.safercommunities.portal.library.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.search.Facet;
import org.safercommunities.portal.search.Search;
import org.safercommunities.portal.search.SearchHit;
import org.safercommunities.portal.search.SearchQuery;
import org.safercommunities.portal.search.SearchResults;
import org.springframework.stereotype.Service;

/** All documents that a search finds, as far as they may be changed together. */
@Service
public class BulkChoice {

    private final Search search;
    private final BulkEdit edit;

    BulkChoice(Search search, BulkEdit edit) {
        this.search = search;
        this.edit = edit;
    }

    /** @param total how many there are, of which {@code ids} are the first */
    public record Found(List<UUID> ids, long total) {}

    public Found found(SearchQuery query, Reader reader) {
        Catalogue.unlessEditor(reader);
        SearchQuery documents = query.with(Facet.SOURCE, "documents");
        List<UUID> ids = new ArrayList<>();
        long total = 0;
        for (int page = 0; ids.size() < edit.most(); page++) {
            SearchResults results = search.search(documents.page(page, SearchQuery.MOST_PER_PAGE), reader);
            total = results.total();
            results.hits().stream().map(SearchHit::id).forEach(ids::add);
            if (results.hits().isEmpty() || ids.size() >= total) {
                break;
            }
        }
        return new Found(List.copyOf(ids.subList(0, Math.min(ids.size(), edit.most()))), total);
    }
}
