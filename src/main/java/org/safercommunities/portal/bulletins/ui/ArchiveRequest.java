package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.bulletins.BulletinKind;
import org.safercommunities.portal.search.Facet;
import org.safercommunities.portal.search.SearchQuery;
import org.safercommunities.portal.search.Sorting;

/** Which bulletins the archive shows, as its address says it, so that the address can be kept and shared. */
record ArchiveRequest(
        String words, @Nullable BulletinKind kind, @Nullable Year year) {

    static final ArchiveRequest EVERYTHING = new ArchiveRequest("", null, null);

    static ArchiveRequest of(QueryParameters address) {
        String kind = address.getSingleParameter("kind").orElse("");
        String year = address.getSingleParameter("year").orElse("");
        return new ArchiveRequest(
                address.getSingleParameter("q").orElse("").strip(),
                Arrays.stream(BulletinKind.values())
                        .filter(each -> each.word().equals(kind))
                        .findFirst()
                        .orElse(null),
                year.matches("[12]\\d{3}") ? Year.of(Integer.parseInt(year)) : null);
    }

    QueryParameters address() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (!words.isEmpty()) {
            parameters.put("q", words);
        }
        if (kind != null) {
            parameters.put("kind", kind.word());
        }
        if (year != null) {
            parameters.put("year", year.toString());
        }
        return QueryParameters.simple(parameters);
    }

    boolean isNarrowed() {
        return !equals(EVERYTHING);
    }

    /** What finds its words, in the search that every page uses. */
    SearchQuery query() {
        SearchQuery query =
                SearchQuery.of(words).with(Facet.SOURCE, "bulletins").sortedBy(Sorting.NEWEST);
        if (kind != null) {
            query = query.with(Facet.KIND, kind.word());
        }
        return year == null
                ? query
                : query.between(LocalDate.of(year.getValue(), 1, 1), LocalDate.of(year.getValue(), 12, 31));
    }
}
