package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Location;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.search.Facet;
import org.safercommunities.portal.search.Search;
import org.safercommunities.portal.search.SearchHit;
import org.safercommunities.portal.search.SearchQuery;
import org.safercommunities.portal.search.SearchResults;
import org.safercommunities.portal.search.Sorting;
import org.safercommunities.portal.shared.Contact;
import org.safercommunities.portal.shared.TooOften;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageColumns;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.SearchLine;

/** One box, filters with counts, and results as somebody types. The address always says what is shown. */
@StyleSheet("library.css")
abstract class FindPage extends Div implements AfterNavigationObserver {

    private static final int TYPING_PAUSE_MILLIS = 250;

    private final Search search;
    private final LibraryWords words;
    private final CurrentReader currentReader;
    private final String path;
    private final boolean documentsOnly;
    private final SearchLine line;
    private final Div expansions = new Div();
    private final LiveText count = new LiveText("");
    private final Select<Sorting> sort = new Select<>();
    private final Map<Facet, FacetFilter> filters = new EnumMap<>(Facet.class);
    private final FindResults results;
    private final FindShelf shelf;
    private final PageColumns columns;
    private final LibraryWords.Names names;
    private final @Nullable Choosing choosing;
    private FindRequest shown = FindRequest.of(com.vaadin.flow.router.QueryParameters.empty());
    private @Nullable String wordsOfFacets;

    /** @param choosing how several of the rows are chosen; null for whoever has nothing to do with several */
    FindPage(
            PageHeader header,
            Search search,
            LibraryWords words,
            CurrentReader currentReader,
            Contact contact,
            FindShelf.Services shelves,
            @Nullable Choosing choosing,
            String path) {
        this.documentsOnly = path.equals("library");
        this.search = search;
        this.words = words;
        this.currentReader = currentReader;
        this.path = path;
        this.names = words.names();
        this.choosing = choosing;
        line = new SearchLine(
                documentsOnly ? "Search the library" : "Search the portal",
                documentsOnly ? "Words in a title or in a document" : "Words in documents and events",
                this::searchFor);
        line.box().setValueChangeMode(ValueChangeMode.LAZY);
        line.box().setValueChangeTimeout(TYPING_PAUSE_MILLIS);
        line.box().addValueChangeListener(event -> {
            if (event.isFromClient() && !event.getValue().isBlank()) {
                typed(event.getValue());
            }
        });
        expansions.addClassName("sc-find-expansions");
        results = new FindResults(documentsOnly, request -> go(request, false), contact);
        columns = PageColumns.asideFirst(filterColumn(), resultColumn());
        shelf = shelves.shelf(documentsOnly);
        add(header, line, expansions, shelf, columns);
        if (choosing != null) {
            add(choosing.bar());
        }
    }

    private Component filterColumn() {
        if (!documentsOnly) {
            filter(Facet.SOURCE, "What", "sorts");
        }
        filter(Facet.TOPIC, "Topic", "topics");
        filter(Facet.KIND, "Kind", "kinds");
        filter(Facet.AGENCY, "From", "agencies");
        filter(Facet.YEAR, "Year", "years");
        Div column = new Div();
        column.addClassName("sc-find-filters");
        filters.values().forEach(column::add);
        Details narrow = new Details("Filters", column);
        narrow.addClassName("sc-find-filters-fold");
        narrow.getElement().getThemeList().add("no-padding");
        narrow.setOpened(true);
        // Open where there is room for a column of its own, folded on a phone
        narrow.getElement().executeJs("if (window.matchMedia('(max-width: 799px)').matches) this.opened = false");
        return narrow;
    }

    private void filter(Facet facet, String heading, String plural) {
        filters.put(
                facet,
                new FacetFilter(
                        heading,
                        plural,
                        value -> names.of(facet, value),
                        (value, wanted) -> go(shown.with(facet, value, wanted), false)));
    }

    private Component resultColumn() {
        sort.setLabel("Sort by");
        sort.setItems(Sorting.values());
        sort.setItemLabelGenerator(order -> switch (order) {
            case BEST_MATCH -> "Best match";
            case NEWEST -> "Newest first";
            case OLDEST -> "Oldest first";
            case TITLE -> "Title";
        });
        sort.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                go(shown.sortedBy(event.getValue()), false);
            }
        });
        H2 heading = new H2("Results");
        heading.addClassName("sc-unseen");
        Div top = new Div(heading, count, sort);
        top.addClassName("sc-find-top");
        return choosing == null ? new Div(top, results) : new Div(top, choosing, results);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        FindRequest asked = FindRequest.of(event.getLocation().getQueryParameters());
        FindRequest request = documentsOnly ? asked.documentsOnly() : asked;
        line.setWords(request.words());
        show(request, false);
    }

    private void searchFor(String typed) {
        if (!typed.equals(shown.words()) || typed.isEmpty()) {
            go(shown.withWords(typed), false);
        }
    }

    private void typed(String typed) {
        if (!typed.strip().equals(shown.words())) {
            go(shown.withWords(typed.strip()), true);
        }
    }

    private void go(FindRequest request, boolean typing) {
        if (!request.words().equals(line.box().getValue().strip())) {
            line.setWords(request.words());
        }
        Location location = new Location(path, request.address());
        getUI().ifPresent(ui -> {
            if (typing || request.shown() > 1) {
                ui.getPage().getHistory().replaceState(null, location);
            } else {
                ui.getPage().getHistory().pushState(null, location);
            }
        });
        show(request, typing);
    }

    private void show(FindRequest request, boolean typing) {
        Reader reader = currentReader.get();
        if (choosing != null) {
            choosing.begin();
        }
        List<Row> rows = new ArrayList<>();
        SearchResults first;
        try {
            first = search.search(query(request, 0, typing), reader);
            first.hits().forEach(hit -> rows.add(row(hit)));
            for (int page = 1; page < request.shown(); page++) {
                search.search(query(request, page, typing), reader).hits().forEach(hit -> rows.add(row(hit)));
            }
        } catch (TooOften wait) {
            // What was found before stays, so that nobody loses their place
            getUI().or(() -> Optional.ofNullable(UI.getCurrent()))
                    .ifPresent(ui -> Notices.on(ui).bad(wait.words()));
            return;
        }
        shown = request;
        if (choosing != null) {
            choosing.found(query(request, 0, false), first.total());
        }
        sort.setValue(request.sorting());
        String thing = documentsOnly ? "document" : "result";
        count.setText(first.total() == 1 ? "1 " + thing : "%,d %ss".formatted(first.total(), thing));
        boolean otherWords = !request.words().equals(wordsOfFacets);
        wordsOfFacets = request.words();
        filters.forEach((facet, filter) ->
                filter.show(first.facet(facet), request.chosen().getOrDefault(facet, java.util.Set.of()), otherWords));
        // Nothing to narrow and nothing to sort: the words that say so have the page to themselves
        boolean nothing = first.total() == 0 && !request.filtered();
        columns.setClassName("sc-alone", nothing);
        sort.setVisible(first.total() > 1);
        count.setClassName("sc-unseen", first.total() == 0);
        showExpansions(request, first);
        shelf.show(request, first.total(), names);
        results.show(request, first, rows, names);
    }

    private Row row(SearchHit hit) {
        Row row = HitRow.of(hit, words, names);
        return choosing == null ? row : choosing.of(row, hit.id(), hit.titleText());
    }

    private SearchQuery query(FindRequest request, int page, boolean typing) {
        SearchQuery query = request.query(page, typing);
        return documentsOnly ? query.with(Facet.SOURCE, LibraryWords.DOCUMENTS) : query;
    }

    private void showExpansions(FindRequest request, SearchResults found) {
        expansions.removeAll();
        if (!found.alsoSearched().isEmpty() && !request.exactly()) {
            Span terms = new Span(String.join(", ", found.alsoSearched()));
            terms.addClassName("sc-strong");
            expansions.add(
                    Icon.INFO.create(),
                    new Span("Also searched: "),
                    terms,
                    new QuietButton("Only the words I typed", () -> go(request.onlyAsTyped(), false)));
        }
    }
}
