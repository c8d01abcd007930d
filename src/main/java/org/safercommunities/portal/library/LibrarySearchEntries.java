package org.safercommunities.portal.library;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.search.SearchEntry;
import org.safercommunities.portal.search.SearchIndex;
import org.safercommunities.portal.search.Validity;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says to search what of a published document can be found, and by whom: by its audience, and by those it is opened to. */
@Component
class LibrarySearchEntries {

    static final String SOURCE = "documents";
    private static final ZoneId KENT = ZoneId.of("Europe/London");

    private final SearchIndex index;
    private final VersionRecords versions;
    private final JdbcClient jdbc;

    LibrarySearchEntries(SearchIndex index, VersionRecords versions, JdbcClient jdbc) {
        this.index = index;
        this.versions = versions;
        this.jdbc = jdbc;
    }

    void put(Document document) {
        DocumentDescription said = document.description();
        VersionSummary current = versions.findByDocumentIdAndNumber(document.id(), document.currentNumber())
                .orElseThrow()
                .summary();
        var published = java.util.Objects.requireNonNull(document.publishedAt());
        index.put(new SearchEntry(
                SOURCE,
                document.id(),
                said.title(),
                said.description(),
                text(document.id(), document.currentNumber()),
                said.kind(),
                said.topics(),
                document.agency(),
                LocalDate.ofInstant(published, KENT),
                "library/" + document.id(),
                locks(document.id(), said.marking(), said.audience().tokens()),
                facts(said, current, published.toString()),
                new Validity(document.term().visibleFrom(), document.term().visibleUntil(), said.reviewOn())));
    }

    void remove(UUID document) {
        index.remove(SOURCE, document);
    }

    private Set<String> locks(UUID document, Marking marking, Set<String> audience) {
        Set<String> locks = new HashSet<>(audience);
        jdbc.sql("SELECT pack_id FROM pack_member WHERE document_id = ? AND opened")
                .param(document.toString())
                .query(row -> {
                    locks.add(DelegateKey.of(Sql.id(row, "pack_id")));
                });
        return marking == Marking.OFFICIAL_SENSITIVE
                ? locks.stream().map(Reader::signed).collect(Collectors.toSet())
                : locks;
    }

    private String text(UUID document, int number) {
        return jdbc.sql("""
                        SELECT LEFT(t.text, :most) FROM document_text t JOIN document_version v ON v.id = t.version_id
                         WHERE v.document_id = :document AND v.number = :number
                        """)
                .param("most", SearchEntry.MOST_CHARACTERS)
                .param("document", document.toString())
                .param("number", number)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static Map<String, String> facts(DocumentDescription said, VersionSummary current, String published) {
        Map<String, String> facts = new HashMap<>(Map.of(
                SearchEntry.PUBLISHED, published,
                SearchEntry.MARKING, said.marking().label(),
                SearchEntry.MEDIA_TYPE, current.mediaType(),
                SearchEntry.SIZE, Long.toString(current.size()),
                SearchEntry.VERSION, Integer.toString(current.number())));
        String handling = said.handling();
        if (handling != null) {
            facts.put(SearchEntry.HANDLING, handling);
        }
        LocalDate review = said.reviewOn();
        if (review != null) {
            facts.put(SearchEntry.REVIEW_DUE, review.toString());
        }
        Integer pages = current.pages();
        if (pages != null) {
            facts.put(SearchEntry.PAGES, pages.toString());
        }
        return facts;
    }
}
